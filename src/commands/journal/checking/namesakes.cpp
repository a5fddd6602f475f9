// SPDX-License-Identifier: MIT

#include "commands/journal/checking/namesakes.hpp"

#include "core/text.hpp"
#include "toml/document.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

class Namesakes {
public:
    explicit Namesakes(const Session& session)
        : session_(session), handles_(session.journal.handles()) {}

    std::map<std::string, std::vector<Problem>> find() {
        // A file's name goes before all that stands inside, whoever comes first.
        for (const Handle& handle : handles_)
            claim_file(handle);
        for (const Handle& handle : handles_)
            claim_name(handle);
        for (const Handle& handle : handles_) {
            for (std::size_t i = 0; i < handle.aka.size(); ++i)
                claim_other_name(handle, i);
        }
        return std::move(problems_);
    }

private:
    // Whose the words are already; null where they are theirs now.
    const Handle* owner_of(const std::string& words, const Handle& handle) {
        const std::string call = fold(trim(words));
        if (call.empty()) return nullptr;
        const Handle* owner = owners_.emplace(call, &handle).first->second;
        return owner == &handle ? nullptr : owner;
    }

    void claim_file(const Handle& handle) {
        const Handle* owner = owner_of(handle.slug, handle);
        if (!owner) return;
        note(handle, std::nullopt,
             fmt::format("{}.toml is the same name but for capitals or accents", owner->slug),
             "keep one file where they are one person, else rename one: some systems can't tell "
             "the two apart");
        twins_[handle.slug] = owner;
    }

    void claim_name(const Handle& handle) {
        const Handle* owner = owner_of(handle.name, handle);
        // Of two files so alike it was said already.
        if (!owner || twins_[handle.slug] == owner || twins_[owner->slug] == &handle) return;
        const bool shares_name = fold(owner->name) == fold(handle.name);
        note(handle, Path{"name"},
             shares_name ? fmt::format("{} is the name in {}.toml too", handle.name, owner->slug)
                         : fmt::format("\"{}\" leads to {}.toml", handle.name, owner->slug),
             "keep one file where they are one person; else tell the names apart");
    }

    void claim_other_name(const Handle& handle, std::size_t position) {
        const std::string& words = handle.aka[position];
        const Handle* owner = owner_of(words, handle);
        if (!owner) return;
        note(handle, Path{"aka", position},
             fmt::format("\"{}\" leads to {}.toml{}", words, owner->slug,
                         fold(owner->slug) == fold(trim(words)) ? "" : " too"),
             "take it out of one of the two files");
    }

    void note(const Handle& handle, const std::optional<Path>& path, std::string what,
              std::string advice) {
        const Position place = path ? find_place(handle, *path).value_or(Position{}) : Position{};
        problems_[handle.slug].push_back({{.what = std::move(what),
                                           .advice = std::move(advice),
                                           .file = handle.slug + ".toml",
                                           .line = place.line,
                                           .column = place.column,
                                           .severity = Severity::warning}});
    }

    std::optional<Position> find_place(const Handle& handle, const Path& path) const {
        try {
            const auto text = session_.host.find_text(session_.journal.file_of(handle.slug));
            return Document::parse(text.value_or(""), handle.slug).position(path);
        } catch (const Error&) {
            return std::nullopt; // a broken file has a name all the same
        }
    }

    const Session& session_;
    std::vector<Handle> handles_;
    std::map<std::string, const Handle*> owners_; // by what they are called, folded
    std::map<std::string, const Handle*> twins_;  // files that are called alike
    std::map<std::string, std::vector<Problem>> problems_;
};

} // namespace

std::map<std::string, std::vector<Problem>> find_namesakes(const Session& session) {
    return Namesakes(session).find();
}

} // namespace mentor
