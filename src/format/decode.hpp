// SPDX-License-Identifier: MIT
//
// From a document to the domain's values, with a diagnostic for everything that has the wrong type
// or can't be: the one place where dates, durations, roles and stages in files become types.
#pragma once

#include "core/model/config.hpp"
#include "core/model/extent.hpp"
#include "core/model/keys/shape.hpp"
#include "core/model/left_run.hpp"
#include "core/model/question_bank.hpp"
#include "core/model/relationship.hpp"
#include "core/model/who.hpp"
#include "toml/document.hpp"
#include "toml/plain/plain.hpp"

#include "mentor/error.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

// The newest format that this program writes.
inline constexpr int newest_format = 1;

// Throws Error(broken) for the first fault in the order of the text.
Relationship decode_relationship(const Document& document, std::string slug);
// The same of the text of a file that is only read, which needs no Document where the text is plain
// (toml/plain/plain.hpp); throws as Document::parse does as well. With `both`, each text is read
// both ways; where they disagree, that is a std::logic_error.
enum class Readers { plain_first, toml_alone, both };
Relationship decode_relationship(std::string text, const std::string& file, std::string slug,
                                 Readers readers = Readers::plain_first,
                                 Extent extent = Extent::whole);

// The same of text after text, whose memory is used again, for those who want to know where in a
// text something stands. An outline is read where it is plain; of other texts, all.
class Decoder {
public:
    Relationship decode(const std::string& text, const std::string& file, std::string slug,
                        Readers readers = Readers::plain_first, Extent extent = Extent::whole);
    // What the last one was read from, as long as both are there: one of the two.
    const PlainText* plain() const { return document_ ? nullptr : &plain_; }
    const Document* document() const { return document_ ? &*document_ : nullptr; }

private:
    PlainText plain_;
    std::optional<Document> document_;
};

Config decode_config(const Document& document);

// What can be read of a configuration, with the first fault; the defaults hold for the rest.
struct PartialConfig {
    Config config;
    std::optional<Diagnostic> fault;
};
PartialConfig decode_config_in_part(const Document& document);

// The same of a file of questions.
struct PartialBank {
    QuestionBank bank;
    std::optional<Diagnostic> fault;
};
PartialBank decode_questions(const Document& document);

// The answers of a run that was left; throws Error(broken).
LeftRun decode_left_run(const Document& document);

// Every fault, and every thing that looks like a slip (severity warning), in the order of the text:
// wrong types, impossible dates, ends before starts, what has happened after `today`, references to
// ids that don't exist, doubled ids, unknown keys near a known one. Empty for a sound file.
std::vector<Diagnostic> inspect_relationship(const Document& document, const Kinds& kinds,
                                             Date today);
std::vector<Diagnostic> inspect_config(const Document& document);
std::vector<Diagnostic> inspect_questions(const Document& document);

// What each of the files may hold.
Shape relationship_shape();
Shape config_shape();
Shape questions_shape();

} // namespace mentor
