#include "app/man_page.h"

#include "app/report.h"

namespace ravine {
namespace {

// Text as roff takes it literally.
std::string literal(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\')
      escaped += "\\e";
    else if (c == '-')
      escaped += "\\-";
    else if ((c == '.' || c == '\'') && escaped.empty())
      escaped += std::string("\\&") + c;
    else
      escaped += c;
  }
  return escaped;
}

std::string heading(const Message& title) {
  return ".SH " + said(title) + '\n';
}

// "--loss TEXT" and what it is.
std::string options(const CLI::App& app) {
  std::string text;
  for (const CLI::Option* option : app.get_options()) {
    const std::string value = option->get_type_size() == 0 || option->get_positional()
                                  ? ""
                                  : " \\fI" + literal(option->get_type_name()) + "\\fR";
    const std::string name = option->get_positional() ? option->get_name(true) : option->get_name(false, true);
    text += ".TP\n\\fB" + literal(name) + "\\fR" + value + '\n' + literal(option->get_description()) + '\n';
  }
  return text;
}

// The words that it takes besides options, in its synopsis.
std::string words(const CLI::App& app) {
  std::string text;
  for (const CLI::Option* option : app.get_options())
    if (option->get_positional())
      text += " \\fI" + literal(option->get_name(true)) + "\\fR" + (option->get_items_expected_max() > 1 ? " ..." : "");
  return text;
}

}  // namespace

std::string manPage(const CLI::App& app, const std::string& version) {
  std::string text = ".TH RAVINE 1 \"\" \"Ravine " + version + "\"\n";
  text += heading(CORE_TEXT("CommandLine", "NAME")) + "ravine \\- " +
          literal(said(CORE_TEXT("CommandLine", "a laboratory for loss landscapes and learning rates"))) + '\n';
  text += heading(CORE_TEXT("CommandLine", "SYNOPSIS")) + ".B ravine\n[\\fI" +
          literal(said(CORE_TEXT("CommandLine", "OPTIONS"))) + "\\fR] [\\fIFILE\\fR]\n";
  const auto commands = app.get_subcommands([](const CLI::App* each) { return !each->get_group().empty(); });
  for (const CLI::App* command : commands)
    text += ".br\n.B ravine " + command->get_name() + "\n[\\fI" + literal(said(CORE_TEXT("CommandLine", "OPTIONS"))) +
            "\\fR]" + words(*command) + '\n';
  text +=
      heading(CORE_TEXT("CommandLine", "DESCRIPTION")) + literal(app.get_description()) + '\n' +
      literal(said(CORE_TEXT("CommandLine",
                             "The commands need no display. Bad input ends with exit code 2 and a sentence that says "
                             "how to mend it."))) +
      '\n';
  text += heading(CORE_TEXT("CommandLine", "OPTIONS")) + options(app);
  for (const CLI::App* command : commands)
    text +=
        ".SH \"ravine " + command->get_name() + "\"\n" + literal(command->get_description()) + '\n' + options(*command);
  return text;
}

}  // namespace ravine
