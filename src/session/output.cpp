// SPDX-License-Identifier: MIT

#include "session/output.hpp"

#include "core/text.hpp"
#include "report/faces/json_face.hpp"
#include "report/faces/markdown_face.hpp"
#include "report/faces/template_face.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace mentor {
namespace {

bool is_template(std::string_view format) {
    return format.find('{') != std::string::npos;
}

// Case matters in a template alone.
std::string format_named(const std::string& format) {
    return is_template(format) ? format : fold(format);
}

std::string format_of(const Output& output) {
    return output.json    ? "json"
           : output.jsonl ? "jsonl"
                          : format_named(output.format.value_or("text"));
}

} // namespace

std::vector<std::string> formats_with(std::string_view own) {
    std::vector<std::string> formats{"text", "json", "jsonl", "md"};
    if (!own.empty()) formats.emplace_back(own);
    return formats;
}

void declare_output(Declaration& declaration, Output& output) {
    declare_output(declaration, output, OutputWords());
}

void declare_output(Declaration& declaration, Output& output, const OutputWords& own) {
    declaration.flag(output.json, "--json", "print one JSON object");
    declaration.flag(output.jsonl, "--jsonl", "print one JSON object a line and item");
    declaration
        .option(output.format, "--format", "FORMAT",
                join(formats_with(own.own_format), ", ") +
                    ", or a template such as '{slug}\\t{name}'")
        .offers(own.formats);
    declaration.flag(output.count, "--count", "print how many there are, and nothing else");
    declaration.flag(output.null, "-0,--null", "end lines with NUL, for xargs -0");
    declaration.flag(output.is_private, "--private", std::string(own.is_private));
}

void declare_export(Declaration& declaration, Output& output) {
    output.is_export = true;
    declaration.flag(output.is_private, "--private", "private entries too");
}

void require_face(const Output& output, std::string_view own) {
    const std::string format = format_of(output);
    const auto formats = formats_with(own);
    if (int{output.json} + int{output.jsonl} + int{output.format.has_value()} > 1) {
        throw Error(Exit::usage, "--json, --jsonl and --format exclude each other", "give one");
    }
    if (output.count && (output.json || output.jsonl || output.format)) {
        throw Error(Exit::usage,
                    "--count prints a number, and takes no --json, --jsonl or --format",
                    "give one");
    }
    if (output.null && !output.count && format != "jsonl" && !is_template(format)) {
        throw Error(Exit::usage, "-0 ends each item with a NUL, and here an item isn't a line",
                    "give it with --jsonl, --count or a template: --format '{slug}'");
    }
    if (std::ranges::find(formats, format) == formats.end() && !is_template(format)) {
        throw Error(
            Exit::usage, fmt::format("there is no format '{}'", format),
            fmt::format("it is one of {}, or a template such as '{{slug}}'", join(formats, ", ")));
    }
}

void refuse_face(const Output& output) {
    const std::string_view given = output.json     ? "--json"
                                   : output.jsonl  ? "--jsonl"
                                   : output.format ? "--format"
                                   : output.count  ? "--count"
                                   : output.null   ? "-0"
                                                   : "";
    if (!given.empty())
        throw Error(Exit::usage, fmt::format("{} is for what is shown, and this writes", given),
                    "leave it out");
}

void refuse_private(const Output& output, std::string_view advice) {
    if (output.is_private)
        throw Error(Exit::usage, "--private is for what is shown, and this writes",
                    std::string(advice));
}

void refuse_output(const Output& output, std::string_view advice_on_private) {
    refuse_face(output);
    refuse_private(output, advice_on_private);
}

std::string to_face(const Report& report, const Output& output, bool terminal) {
    const char end = output.null ? '\0' : '\n';
    const std::string format = format_of(output);
    if (output.count) return fmt::format("{}{}", report.items.size(), end);
    if (format == "json") return to_json(report);
    if (format == "jsonl") return to_jsonl(report, end);
    if (format == "md") return to_markdown(report.page);
    return to_template(report, format, end, terminal ? Values::visible : Values::exact);
}

} // namespace mentor
