// SPDX-License-Identifier: MIT
//
// Which files of the folder are someone's, and what these people can be called by.
#include "core/model/conflict_copy.hpp"
#include "core/parallel.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "format/handle.hpp"
#include "journal/journal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

constexpr std::string_view ending = ".toml";

Handle handle_of(const Relationship& person) {
    return {person.slug, person.name, person.aka, person.address, person.uid};
}

// Whose file goes on from whose name.
class Originals {
public:
    Originals(const Host& host, const Journal& journal, const std::vector<std::string>& all)
        : host_(host), journal_(journal), all_(all) {}

    // Only the few whose name goes on from another's are read, and all where the one that a copy
    // was made of isn't there any more.
    std::optional<std::string> find(const std::string& slug) const {
        if (auto original = find_original(slug, all_)) return original;
        if (find_original(slug)) return find_by_uid(slug);
        std::optional<Relationship> copy;
        for (std::string& other : possible_originals(slug, all_)) {
            if (!copy) copy = find_person(slug);
            if (!copy) return std::nullopt;
            const auto original = find_person(other);
            if (original && are_one_person(*copy, *original)) return std::move(other);
        }
        return std::nullopt;
    }

private:
    // Who has another name by now.
    std::optional<std::string> find_by_uid(const std::string& slug) const {
        const auto copy = find_person(slug);
        if (!copy || copy->uid.empty()) return std::nullopt;
        for (const std::string& other : all_) {
            if (find_original(other)) continue;
            const auto text = find_text(other);
            if (!text || text->find(copy->uid) == std::string::npos) continue;
            const auto original = find_person(other);
            if (original && original->uid == copy->uid) return other;
        }
        return std::nullopt;
    }

    FileText find_text(const std::string& slug) const {
        try {
            return host_.find_text(journal_.file_of(slug));
        } catch (const Error&) {
            return std::nullopt;
        }
    }

    // Not by Journal::visit, which may want to know who else there is. Of a file that can't be read
    // nothing is sure.
    std::optional<Relationship> find_person(const std::string& slug) const {
        try {
            if (auto text = find_text(slug))
                return decode_relationship(*std::move(text), slug, slug);
        } catch (const Error&) {
        }
        return std::nullopt;
    }

    const Host& host_;
    const Journal& journal_;
    const std::vector<std::string>& all_;
};

} // namespace

bool is_slug(std::string_view slug) {
    return !slug.empty() && !slug.starts_with('.') && slug.find('/') == std::string_view::npos;
}

std::optional<std::string> find_slug(std::string_view file) {
    if (!file.ends_with(ending)) return std::nullopt;
    file.remove_suffix(ending.size());
    return is_slug(file) ? std::optional(std::string(file)) : std::nullopt;
}

bool is_someones(std::string_view file) {
    const auto slug = find_slug(file);
    return slug && !find_original(*slug);
}

std::vector<std::string> Journal::all_slugs() const {
    std::vector<std::string> slugs;
    for (const std::string& name : host_.list(folder_))
        if (auto slug = find_slug(name)) slugs.push_back(*std::move(slug));
    // The folder's order is that of "ada-b.toml" before "ada.toml".
    std::ranges::sort(slugs);
    return slugs;
}

std::vector<std::pair<std::string, std::string>> Journal::conflict_copies() const {
    std::vector<std::pair<std::string, std::string>> copies;
    const auto all = all_slugs();
    const Originals originals(host_, *this, all);
    for (const std::string& slug : all) {
        auto original = originals.find(slug);
        if (!original) continue;
        // Of a copy of a copy.
        while (auto further = originals.find(*original))
            original = std::move(further);
        copies.emplace_back(slug, *std::move(original));
    }
    return copies;
}

std::vector<std::string> Journal::slugs() const {
    auto slugs = read_slugs();
    const std::scoped_lock lock(looking_up_);
    slugs_ = slugs;
    return slugs;
}

std::vector<std::string> Journal::read_slugs() const {
    const auto all = all_slugs();
    const Originals originals(host_, *this, all);
    auto slugs = all;
    std::erase_if(slugs, [&](const std::string& slug) { return originals.find(slug); });
    return slugs;
}

std::vector<Handle> Journal::handles() const {
    const auto all = read_slugs();
    std::vector<std::optional<Handle>> found(all.size());
    for_each_index(all.size(), [&](std::size_t i) { found[i] = find_handle_of(all[i]); });
    std::vector<Handle> handles;
    for (auto& handle : found)
        if (handle) handles.push_back(*std::move(handle));
    return handles;
}

// Nothing of a file that is gone; one that can't be read has its own name.
std::optional<Handle> Journal::find_handle_of(const std::string& slug) const {
    constexpr std::size_t block = 4096; // which holds the head of nearly every file
    const auto file = file_of(slug);
    try {
        const auto beginning = host_.find_beginning(file, block);
        if (!beginning) return std::nullopt;
        if (auto handle = find_handle(*beginning, slug)) return handle;
        const auto text = beginning->size() < block ? beginning : host_.find_text(file);
        if (text) return read_handle(*text, slug);
        return std::nullopt;
    } catch (const Error&) {
        return Handle{slug, slug, {}};
    }
}

void Journal::refuse_another(const std::string& slug, const std::string& text) const {
    const auto meant = meant_.find(slug);
    if (meant == meant_.end() || meant->second.empty()) return;
    const Handle now = read_handle(text, slug);
    if (now.uid.empty() || now.uid == meant->second) return;
    throw Error(Exit::unknown,
                {.what = fmt::format("the file is about somebody else by now: {}", now.name),
                 .advice = "nothing was written; look again and repeat",
                 .file = file_of(slug).filename().string()});
}

void Journal::note_names(Relationship& relationship) const {
    const Handle handle = handle_of(relationship);
    if (may_go_by_another_word(handle)) relationship.typed = calls().to_be_typed(handle);
    try {
        relationship.shares_first_name = is_first_name_shared(handle);
    } catch (const Error&) {
        // Where the folder can't be listed, as it may be behind a change that is written: a whole
        // name is right whoever else there is.
        relationship.shares_first_name = true;
    }
}

const Calls& Journal::calls() const {
    const std::scoped_lock lock(looking_up_);
    if (!calls_) calls_.emplace(handles());
    return *calls_;
}

// A look at the folder is all that it costs whoever has a name alone: mentor calls a file by the
// name of whom it is about, and only those with that word in theirs are opened.
bool Journal::is_first_name_shared(const Handle& person) const {
    const std::string name = first_name_of(person);
    const std::string word = slug_of(name);
    const std::string_view first = std::string_view(word).substr(0, word.find('-'));
    const SlugsByWord& all = slugs_by_word();
    auto known = std::ranges::lower_bound(all.words, first, {}, &SlugsByWord::Word::word);
    for (; known != all.words.end() && known->word == first; ++known) {
        const std::string& slug = all.slugs[known->slug];
        if (slug == person.slug) continue;
        const auto other = find_handle_of(slug);
        if (other && may_be_called(*other, name)) return true;
    }
    return false;
}

const Journal::SlugsByWord& Journal::slugs_by_word() const {
    const std::scoped_lock lock(looking_up_);
    if (by_word_) return *by_word_;
    SlugsByWord made{.slugs = slugs_ ? *std::move(slugs_) : read_slugs(), .words = {}};
    slugs_.reset();
    for (std::size_t at = 0; at < made.slugs.size(); ++at) {
        const std::string_view slug = made.slugs[at];
        for (std::size_t begin = 0; begin <= slug.size();) {
            const std::size_t end = std::min(slug.find('-', begin), slug.size());
            made.words.push_back({slug.substr(begin, end - begin), at});
            begin = end + 1;
        }
    }
    std::ranges::sort(made.words, {}, &SlugsByWord::Word::word);
    return by_word_.emplace(std::move(made)); // what the words point to stays where it is
}

} // namespace mentor
