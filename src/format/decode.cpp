// SPDX-License-Identifier: MIT
#include "format/decode.hpp"

#include "format/decoding.hpp"
#include "format/plain_reader.hpp"
#include "format/shape_reader.hpp"
#include "toml/toml_access.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace mentor {
namespace {

[[noreturn]] void throw_first(Findings findings) {
    findings.sort();
    throw Error(Exit::broken, std::move(findings.all.front()));
}

// A newer program knows what its file means; this one takes what it understands.
bool is_newer(const Relationship& relationship) {
    return relationship.format > newest_format;
}

Diagnostic newer_format(const Document& document, int format) {
    const auto where = document.position({"format"}).value_or(Position{});
    return {.what =
                fmt::format("this file has format {}, and this mentor knows {}: it is only read",
                            format, newest_format),
            .advice = "a newer mentor can change it",
            .file = document.name(),
            .line = where.line,
            .column = where.column,
            .severity = Severity::warning};
}

// What `read` makes of the root, with the first fault.
template<class Partial, class Read>
Partial read_in_part(const Document& document, Read read) {
    Findings findings{.file = document.name()};
    Reader in(TomlAccess::root(document), "file", findings);
    Partial part{read(in), std::nullopt};
    findings.sort();
    if (!findings.all.empty()) part.fault = std::move(findings.all.front());
    return part;
}

Relationship outline_of(Relationship relationship) {
    for (LogEntry& entry : relationship.log) {
        entry.note.clear();
        entry.topics.clear();
    }
    return relationship;
}

// Nothing where the text isn't plain, or has something to be said of it.
std::optional<Relationship> find_plain_relationship(const std::string& text, std::string slug,
                                                    Extent extent, PlainText& plain) {
    if (!read_plain(text, plain)) return std::nullopt;
    PlainReader in(plain, extent);
    Relationship relationship = read_relationship(in, std::move(slug));
    if (in.met_fault() || is_newer(relationship)) return std::nullopt;
    return relationship;
}

// What `read` asks a file for.
template<class Read>
Shape shape_of(Read read) {
    Shape shape;
    ShapeReader in(shape);
    read(in);
    return shape;
}

// All that can be said of the keys that `read` knows.
template<class Read>
Findings find_in_root(const Document& document, Read read) {
    Findings findings{.file = document.name(), .thorough = true};
    Reader in(TomlAccess::root(document), "file", findings);
    read(in);
    in.note_unknown_keys();
    in.note_misplaced_keys();
    findings.sort();
    return findings;
}

} // namespace

Relationship decode_relationship(const Document& document, std::string slug) {
    Findings findings{.file = document.name()};
    Reader in(TomlAccess::root(document), "file", findings);
    Relationship relationship = read_relationship(in, std::move(slug));
    if (!is_newer(relationship)) {
        if (!findings.all.empty()) throw_first(std::move(findings));
    } else if (relationship.name.empty()) {
        relationship.name = relationship.slug;
    }
    return relationship;
}

Relationship decode_relationship(std::string text, const std::string& file, std::string slug,
                                 Readers readers, Extent extent) {
    static thread_local Decoder decoder; // of file after file
    Relationship relationship = decoder.decode(text, file, std::move(slug), readers, extent);
    const bool is_more = extent == Extent::outline && decoder.document();
    if (is_more) return outline_of(std::move(relationship));
    return relationship; // both in one expression would copy it
}

Relationship Decoder::decode(const std::string& text, const std::string& file, std::string slug,
                             Readers readers, Extent extent) {
    document_.reset();
    std::optional<Relationship> plain;
    if (readers != Readers::toml_alone) plain = find_plain_relationship(text, slug, extent, plain_);
    if (plain && readers == Readers::plain_first) return *std::move(plain);
    try {
        document_ = Document::parse(text, file);
        Relationship relationship = decode_relationship(*document_, std::move(slug));
        if (!plain) return relationship;
        const bool is_outline = extent == Extent::outline;
        if (*plain == (is_outline ? outline_of(relationship) : relationship)) return relationship;
    } catch (const Error&) {
        if (!plain) throw;
    }
    throw std::logic_error(fmt::format("two ways of reading {} disagree", file));
}

PartialConfig decode_config_in_part(const Document& document) {
    return read_in_part<PartialConfig>(document, read_config<Reader>);
}

PartialBank decode_questions(const Document& document) {
    return read_in_part<PartialBank>(document, read_questions<Reader>);
}

Config decode_config(const Document& document) {
    PartialConfig read = decode_config_in_part(document);
    if (read.fault) throw Error(Exit::broken, *std::move(read.fault));
    return std::move(read.config);
}

Findings find_in_relationship(const Document& document, const Kinds& kinds, Date today) {
    Findings findings{.file = document.name(), .thorough = true};
    const toml::table& root = TomlAccess::root(document);
    Reader in(root, "file", findings);
    const Relationship relationship = read_relationship(in, "");
    if (is_newer(relationship)) {
        return {.file = document.name(), .all = {newer_format(document, relationship.format)}};
    }
    in.note_unknown_keys();
    in.note_misplaced_keys();
    inspect_values(relationship, root, kinds, today, findings);
    findings.sort();
    return findings;
}

Findings find_in_config(const Document& document) {
    return find_in_root(document, read_config<Reader>);
}

Findings find_in_questions(const Document& document) {
    return find_in_root(document, read_questions<Reader>);
}

std::vector<Diagnostic> inspect_relationship(const Document& document, const Kinds& kinds,
                                             Date today) {
    return find_in_relationship(document, kinds, today).all;
}

std::vector<Diagnostic> inspect_config(const Document& document) {
    return find_in_config(document).all;
}

std::vector<Diagnostic> inspect_questions(const Document& document) {
    return find_in_questions(document).all;
}

Shape relationship_shape() {
    return shape_of([](ShapeReader& in) { read_relationship(in, ""); });
}

Shape config_shape() {
    return shape_of(read_config<ShapeReader>);
}

Shape questions_shape() {
    return shape_of(read_questions<ShapeReader>);
}

} // namespace mentor
