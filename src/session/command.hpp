// SPDX-License-Identifier: MIT
//
// What a command is: a name, its words for the help, the parameters that it takes and what it does.
// From one declaration come the parser, the help and the manual's test. Knows no parser, and not
// what a command receives: that is session/invocation.hpp's.
#pragma once

#include "mentor/error.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace mentor {

struct Setup;
class View;

// What a shell may offer, and a few words about it.
struct Candidate {
    std::string value, about;
};
std::vector<Candidate> candidates_of(const std::vector<std::string>& words);
// What there is to offer; `named` is what stands before it: the slug of WHO, KEY or COMMAND, or "".
using Offer = std::vector<Candidate> (*)(View& view, const std::string& named);

// For each value of an option the words that follow it, up to the next option: without quotes some
// of them may have been meant to be more of the value.
using Followers = std::vector<std::vector<std::string>>;

// One option or argument: where its value goes says how often it may be given.
struct Parameter {
    // bool: a flag. string: required. optional: at most once. vector: any number of times.
    std::variant<bool*, std::string*, std::optional<std::string>*, std::vector<std::string>*>
        target;
    std::string names; // "--kind", "-0,--null"; "" for an argument
    std::string
        value; // "KIND", "WHO"; "[DAY]" where it may be left out, which gives ""; "" for a flag
    std::string help;               // one line, no final stop
    Offer offer = nullptr;          // where the value's name doesn't say it
    Followers* followers = nullptr; // where somebody wants to know them
    bool takes_input = false;       // "-" stands for standard input

    void offers(Offer what) { offer = what; }
    bool is_argument() const { return names.empty(); }
    bool may_be_bare() const { return !is_argument() && value.starts_with('['); } // "[DAY]"
    bool is_flag() const { return std::holds_alternative<bool*>(target); }
    bool is_required() const { return std::holds_alternative<std::string*>(target); }
    bool repeats() const { return std::holds_alternative<std::vector<std::string>*>(target); }
};

class Declaration {
public:
    void flag(bool& target, std::string names, std::string help) {
        parameters_.push_back({&target, std::move(names), "", std::move(help)});
    }
    template<class Target>
    Parameter& option(Target& target, std::string names, std::string value, std::string help) {
        return parameters_.emplace_back(
            Parameter{&target, std::move(names), std::move(value), std::move(help)});
    }
    // Arguments are taken in the order of their declaration; a vector takes all that is left.
    template<class Target>
    Parameter& argument(Target& target, std::string value, std::string help) {
        return parameters_.emplace_back(Parameter{&target, "", std::move(value), std::move(help)});
    }
    const std::vector<Parameter>& parameters() const { return parameters_; }
    // Of an option that is declared already.
    void note_followers(std::string_view option, Followers& words);
    // The option with this name ("-0" or "--null"); null where there is none.
    const Parameter* find_option(std::string_view name) const;

private:
    std::vector<Parameter> parameters_;
};

// Whether a command may change a file.
enum class Effect { reads, writes };

// One use of a command: its options, not yet or already filled in.
class Invocation {
public:
    virtual ~Invocation() = default;
    virtual Effect effect() const = 0;
    virtual void declare(Declaration& declaration) = 0;
    virtual Exit run(Setup& setup) = 0;
};

// The parts of the overview that `mentor help` prints.
enum class Chapter { daily, people, promises, looking, journal };

struct Command {
    std::string_view name; // "log", "goal add"
    Chapter chapter;
    std::string_view summary; // one line, no final stop
    std::string_view details; // paragraphs for `mentor help NAME`; may be empty
    std::unique_ptr<Invocation> (*invocation)();
    bool names_faults = false;   // itself, that of the configuration too: nobody need say it before
    bool ignores_config = false; // so that nothing wrong with it is said, nor in the exit code
    Effect effect() const { return invocation()->effect(); }
};

} // namespace mentor
