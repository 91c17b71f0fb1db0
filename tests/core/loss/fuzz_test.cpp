// A short run of the fuzz targets without a fuzzer: every text of the corpus, and a fixed number of mutations of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace ravine {
namespace {

void feed(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

std::vector<std::string> corpus() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(RAVINE_TESTS_DIR "/fuzz/corpus")) {
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

// Cuts a piece out of one text and puts a piece of another, or a stray byte, in its place.
std::string mutated(const std::vector<std::string>& texts, std::mt19937& engine) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(engine()) % n; };
  std::string text = texts[below(texts.size())];
  const int changes = 1 + static_cast<int>(below(4));
  for (int i = 0; i < changes; ++i) {
    const std::size_t from = below(text.size() + 1);
    const std::size_t length = below(std::min<std::size_t>(6, text.size() - from) + 1);
    const std::string& other = texts[below(texts.size())];
    const std::size_t otherFrom = below(other.size());
    std::string piece = other.substr(otherFrom, below(12));
    if (below(4) == 0) piece = std::string(1, static_cast<char>(below(256)));
    text.replace(from, length, piece);
  }
  return text;
}

TEST(FormulaFuzzing, FindsNothingInTheCorpusAndItsMutations) {
  const std::vector<std::string> texts = corpus();
  ASSERT_GT(texts.size(), 10u);
  for (const std::string& text : texts) feed(text);
  std::mt19937 engine(5);
  for (int i = 0; i < 20'000; ++i) feed(mutated(texts, engine));
}

}  // namespace
}  // namespace ravine
