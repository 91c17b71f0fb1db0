// Files as numpy.save writes them, made here byte by byte.
#include "core/surface/npy_grid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

#include "core/surface/read_grid.h"

namespace ravine {
namespace {

const std::string kMagic = "\x93NUMPY";

// Padded as NumPy pads it: the values begin at a multiple of 64.
std::string npy(const std::string& header, const std::string& data, int major = 1) {
  const std::size_t width = major == 1 ? 2 : 4;
  std::string padded = header;
  while ((kMagic.size() + 2 + width + padded.size() + 1) % 64 != 0) padded += ' ';
  padded += '\n';
  std::string bytes = kMagic + static_cast<char>(major) + '\0';
  for (std::size_t i = 0; i < width; ++i) bytes += static_cast<char>(padded.size() >> (8 * i));
  return bytes + padded + data;
}

std::string header(const std::string& type, const std::string& shape = "(4, 5)", const std::string& fortran = "False") {
  return "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
}

template <class T>
std::string bytesOf(const std::vector<double>& values, std::endian order) {
  std::string all;
  for (const double value : values) {
    const T element = static_cast<T>(value);
    std::string bytes(sizeof element, '\0');
    std::memcpy(bytes.data(), &element, sizeof element);
    if (order != std::endian::native) std::reverse(bytes.begin(), bytes.end());
    all += bytes;
  }
  return all;
}

std::vector<double> counting(std::size_t count, double first = 0) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(first + static_cast<double>(i));
  return values;
}

Grid expected(const std::vector<double>& values) {
  return {{-1, -0.5, 0, 0.5, 1}, {-1, -1 + 2.0 / 3, -1 + 4.0 / 3, 1}, values};
}

std::string said(const std::string& bytes) {
  Problems problems;
  EXPECT_FALSE(parseGrid(bytes, problems));
  std::string text;
  for (const Problem& problem : problems) text += english(problem);
  return text;
}

template <class T>
void expectReadsAs(const std::string& type, double first) {
  const std::vector<double> values = counting(20, first);
  Problems problems;
  EXPECT_EQ(parseGrid(npy(header('<' + type), bytesOf<T>(values, std::endian::little)), problems), expected(values))
      << type;
  EXPECT_EQ(parseGrid(npy(header('>' + type), bytesOf<T>(values, std::endian::big)), problems), expected(values))
      << type;
  EXPECT_TRUE(problems.empty());
}

TEST(NpyGrid, IsReadFromNumbersOfEveryKindAndOrder) {
  expectReadsAs<double>("f8", -3.25);
  expectReadsAs<float>("f4", -3.25);
  expectReadsAs<std::int8_t>("i1", -10);
  expectReadsAs<std::int16_t>("i2", -300);
  expectReadsAs<std::int32_t>("i4", -70'000);
  expectReadsAs<std::int64_t>("i8", -5e9);
  expectReadsAs<std::uint8_t>("u1", 200);
  expectReadsAs<std::uint16_t>("u2", 60'000);
  expectReadsAs<std::uint32_t>("u4", 4e9);
  expectReadsAs<std::uint64_t>("u8", 0x1p63);
  Problems problems;
  EXPECT_TRUE(parseGrid(npy(header("|u1"), std::string(20, 'a')), problems)) << "one byte has no order";
}

TEST(NpyGrid, HasRowsAlongYWhicheverWayTheyAreStored) {
  const std::vector<double> values = counting(20);
  std::vector<double> byColumns;
  for (std::size_t i = 0; i < 5; ++i)
    for (std::size_t j = 0; j < 4; ++j) byColumns.push_back(values[j * 5 + i]);
  Problems problems;
  const auto read =
      parseGrid(npy(header("<f8", "(4, 5)", "True"), bytesOf<double>(byColumns, std::endian::little)), problems);
  EXPECT_EQ(read, expected(values));
}

TEST(NpyGrid, IsReadInEveryVersionOfTheFormatAndSpelling) {
  const std::vector<double> values = counting(20);
  const std::string data = bytesOf<double>(values, std::endian::little);
  for (const std::string& text : {header("<f8"), header("<f8", "(4L, 5L)"), header("<f8", "( 4,5, )"),
                                  std::string("{\"shape\":(4,5),\"fortran_order\":False,\"descr\":\"<f8\"}")})
    for (const int version : {1, 2, 3}) {
      Problems problems;
      EXPECT_EQ(parseGrid(npy(text, data, version), problems), expected(values)) << text << version;
    }
}

TEST(NpyGrid, SaysWhatIsWrongWithOne) {
  const std::string save = "; save an array with two dimensions of real numbers, with numpy.save.";
  const std::string early = "file: the file ends too early; add what is missing, or take an earlier copy.";
  const std::string data(160, '\0');
  const auto typed = [](const std::string& type) {
    return "file: is an array of the type '" + type + "'; save array.astype('float64').";
  };
  const std::vector<std::pair<std::string, std::string>> faults{
      {kMagic, early},
      {npy(header("<f8"), data).substr(0, 9), early},
      {npy(header("<f8"), data, 2).substr(0, 10), early},
      {npy(header("<f8"), data).substr(0, 60), early},
      {npy(header("<f8"), data, 4), "file: is of version 4 of the format .npy, which is not known" + save},
      {npy(header("<f8"), data.substr(1)),
       "file: has 159 bytes of values, where its shape needs 160; save the array once more, or take an earlier copy."},
      {npy(header("<f8"), data + 'x'),
       "file: has 161 bytes of values, where its shape needs 160; save the array once more, or take an earlier copy."},
      {npy(header("|O"), data), typed("|O")},
      {npy(header("|b1"), data), typed("|b1")},
      {npy(header("<f2"), data), typed("<f2")},
      {npy(header("<c16"), data), typed("<c16")},
      {npy(header("<f16"), data), typed("<f16")},
      {npy(header("<U8"), data), typed("<U8")},
      {npy(header("<i3"), data), typed("<i3")},
      {npy(header("|f8"), data), typed("|f8")},
      {npy(header(""), data), typed("")},
      {npy(header("<f8", "(20,)"), data), "file: is an array with dimensions: 1" + save},
      {npy(header("<f8", "()"), data), "file: is an array with dimensions: 0" + save},
      {npy(header("<f8", "(4, 5, 1)"), data), "file: is an array with dimensions: 3" + save},
      {npy(header("<f8", "(3, 5)"), data.substr(0, 120)),
       "y: has too few values (3); give from 4 to 2048 along each axis."},
      {npy(header("<f8", "(5, 0)"), ""), "x: has too few values (0); give from 4 to 2048 along each axis."},
      {npy(header("<f8", "(4294967296, 4294967296)"), data),
       "x: has too many values (4294967296); give from 4 to 2048 along each axis."},
      {npy(header("<f8", "(5, 99999999999999999999)"), data),
       "file: has a header that cannot be read at '99999999999999999999), }'" + save},
      {npy(header("<f8", "(-4, 5)"), data), "file: has a header that cannot be read at '-4, 5), }'" + save},
      {npy(header("<f8", "(4 5)"), data), "file: has a header that cannot be read at '5), }'" + save},
      {npy(header("<f8", "(4, 5)", "false"), data),
       "file: has a header that cannot be read at 'false, 'shape': (4, 5), }'" + save},
      {npy("{'descr': [('x', '<f8')], 'fortran_order': False, 'shape': (4, 5), }", data),
       "file: is an array of records" + save},
      {npy("{'descr': '<f8', 'more': 1, 'shape': (4, 5)}", data), "file: has a header that cannot be read at"},
      {npy("{'descr': '<f8', 'shape': (4, 5)}", data), "file: has a header that cannot be read at"},
      {npy("{'descr': '<f8", data), "file: has a header that cannot be read at"},
      {npy("{}{}", data), "file: has a header that cannot be read at"},
      {npy("", data), "file: has a header that cannot be read at"},
      {npy(std::string(9000, '('), data), "file: has a header that cannot be read at"},
  };
  for (const auto& [bytes, what] : faults) {
    const std::string text = said(bytes);
    EXPECT_TRUE(text.starts_with(what)) << text << "\ninstead of " << what;
  }
}

TEST(NpyGrid, SaysWhereALossIsNoFiniteNumber) {
  std::vector<double> values = counting(20);
  values[7] = std::numeric_limits<double>::quiet_NaN();
  values[9] = std::numeric_limits<double>::infinity();
  EXPECT_EQ(
      said(npy(header("<f8", "(5, 4)"), bytesOf<double>(values, std::endian::little))),
      "loss: is not a finite number at (1, -0.5); give every point a finite loss, or cut the grid to where it has "
      "one.");
}

}  // namespace
}  // namespace ravine
