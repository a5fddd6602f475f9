// SPDX-License-Identifier: MIT

#include "session/view.hpp"

#include "core/path_words.hpp"
#include "core/rules/people/message_hours.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/faces/terminal/diagnostic_face.hpp"
#include "report/faces/terminal/terminal_face.hpp"
#include "session/programs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// Where no terminal says how wide it is, the program that shows the output may: fzf its preview.
std::size_t columns_elsewhere(const Host& host) {
    constexpr std::size_t narrowest = 20; // less is no width that somebody reads in
    for (const std::string_view name : {"FZF_PREVIEW_COLUMNS", "COLUMNS"}) {
        const auto columns = find_number(host.variable(name).value_or(""));
        if (columns && *columns >= narrowest) return *columns;
    }
    return 0;
}

Look look_of(const View& view, bool terminal) {
    return {.columns = terminal ? view.host.columns() : columns_elsewhere(view.host),
            .codes = wants_color(view.host, view.globals, view.config, terminal)
                         ? Codes(view.config.styles, has_exact_colors(view.host))
                         : Codes(),
            .cuts = terminal,
            .blocks = terminal && has_blocks(view.host)};
}

// A notice may hold markup, and notify-send reads a backslash as the beginning of an escape.
std::string as_notice(std::string_view line) {
    std::string notice;
    for (const char c : line) {
        if (c == '&')
            notice += "&amp;";
        else if (c == '<')
            notice += "&lt;";
        else if (c == '\\')
            notice += "\\\\";
        else
            notice += c;
    }
    return notice;
}

} // namespace

View::View(Setup& setup, Output output)
    : host(setup.host), globals(setup.globals), config(setup.config), calendar(setup.calendar),
      setup_(setup), output_(std::move(output)) {}

bool View::interactive() const {
    return host.input_is_terminal() && host.output_is_terminal() && !globals.no_input;
}

std::optional<Moment> View::now() const {
    if (globals.today || host.variable("MENTOR_TODAY")) return std::nullopt;
    const Moment now = host.now();
    // A run goes on past midnight with the day that it began on.
    return now.date == today() ? std::optional(now) : std::nullopt;
}

std::string View::hours_words(const std::string& name, const std::string& hours,
                              const std::string& timezone) const {
    const auto here = now();
    if (!here) return "";
    Whereabouts known{name, hours, timezone, *here, {}};
    known.there = timezone.empty() ? known.here : host.now_in(timezone);
    return mentor::hours_words(known);
}

Look View::look_of_output() const {
    return look_of(*this, host.output_is_terminal());
}
Look View::look_of_error() const {
    return look_of(*this, host.error_is_terminal());
}

void View::require_journal() const {
    if (!setup_.knows_journal) {
        throw Error(Exit::broken, "the configuration says where the journal is, and can't be read",
                    fmt::format("mend {}, or name the journal in MENTOR_DIR",
                                in_line(setup_.config_file.path())));
    }
    const Journal& journal = setup_.journal;
    if (journal.exists()) return;
    throw Error(Exit::usage, fmt::format("there is no journal at {}", in_line(journal.folder())),
                "begin with: mentor init");
}

bool View::lacks_journal() const {
    return setup_.knows_journal && !setup_.journal.exists();
}

void View::keep_back(Relationship& relationship) const {
    if (output_.is_passed_on()) relationship = without_private_words(std::move(relationship));
}

Relationship View::read(std::string_view slug) const {
    Relationship relationship = setup_.journal.read(slug).relationship;
    keep_back(relationship);
    return relationship;
}

std::vector<Relationship> View::load(const std::vector<std::string>& slugs, Extent extent) {
    require_journal();
    Contents contents = setup_.journal.load(slugs, extent);
    tell_broken(contents.broken);
    for (Relationship& person : contents.relationships)
        keep_back(person);
    return std::move(contents.relationships);
}

std::vector<Relationship> View::load(std::vector<std::string> slugs, const Forget& forget) {
    require_journal();
    if (slugs.empty()) slugs = this->slugs();
    std::ranges::sort(slugs);
    std::vector<std::optional<Relationship>> of_each(slugs.size());
    visit(slugs, Extent::outline, [&](std::size_t position, Relationship&& person) {
        forget(person);
        of_each[position] = std::move(person);
    });
    std::vector<Relationship> people;
    people.reserve(of_each.size());
    for (auto& person : of_each)
        if (person) people.push_back(*std::move(person));
    return people;
}

void View::visit(const std::vector<std::string>& slugs, Extent extent,
                 const Journal::Visit& visit) {
    tell_broken(
        setup_.journal.visit(slugs, extent, [&](std::size_t position, Relationship&& relationship) {
            keep_back(relationship);
            visit(position, std::move(relationship));
        }));
}

void View::visit_wanted(const std::vector<std::string>& slugs, Extent extent,
                        const Journal::IsWanted& is_wanted, const Journal::VisitText& visit) {
    const bool is_passed_on = output_.is_passed_on();
    tell_broken(setup_.journal.visit_wanted(
        slugs, is_passed_on ? Extent::whole : extent, is_wanted,
        [&](std::size_t position, Relationship&& relationship, const ReadText& read) {
            if (is_passed_on)
                visit(position, without_private_words(std::move(relationship)), {});
            else
                visit(position, std::move(relationship), read);
        }));
}

void View::visit_sound(const Journal::Visit& visit) const {
    setup_.journal.visit(slugs(), Extent::whole, [&](std::size_t position, Relationship&& person) {
        keep_back(person);
        visit(position, std::move(person));
    });
}

Date View::past(std::string_view text) const {
    return parse_date(text, calendar, Reading::past);
}

Date View::future(std::string_view text) const {
    return parse_day_ahead(text, calendar);
}

Date View::happened(const std::optional<std::string>& text) const {
    if (!text) return today();
    const Date date = past(*text);
    if (date <= today()) return date;
    throw Error(Exit::usage, fmt::format("{} lies ahead", to_words(date)),
                "give a day up to today");
}

void View::tell(const Diagnostic& diagnostic) {
    setup_.host.write_error(to_terminal(diagnostic, look_of_error()));
}

void View::tell_broken(const Diagnostic& fault) {
    tell(fault);
    setup_.met_broken_file = true;
}

void View::tell_broken(const std::vector<Diagnostic>& faults) {
    for (const auto& fault : faults)
        tell_broken(fault);
}

void View::say(const Page& message) {
    setup_.host.write_error(to_terminal(message, look_of_error()));
}

void View::say(std::string_view line) {
    say(Page{sentence_of_one_line(std::string(line))});
}

bool View::is_own(const std::filesystem::path& file) const {
    const auto target = host.canonical(file);
    if (target == host.canonical(setup_.config_file.path())) return true;
    const auto within = target.lexically_relative(host.canonical(setup_.journal.folder()));
    return !within.empty() && *within.begin() != ".." && target.extension() == ".toml";
}

void View::write_out(const std::filesystem::path& file, const FileText& before,
                     const std::string& text) {
    setup_.host.write({{whole_name(host, file), before, text}});
}

void View::pass_on(const std::filesystem::path& file, const std::string& text) {
    setup_.host.pass_on(file, text);
}

void View::print(std::string_view text) {
    setup_.host.write_output(text);
}

std::string View::ask(const Prompt& prompt) {
    KeptAnswers& answers = setup_.kept_answers;
    Prompt offered = prompt;
    if (auto again = answers.find_again(prompt.question)) {
        if (answers.left_on(today())) {
            say(Page{Paragraph{{{prompt.question + " ", Style::quiet}, {again->text}}}});
            answers.note(*again);
            return again->text;
        }
        if (again->is_typed) offered.typed = again->text;
    }
    std::string answer = setup_.host.ask(offered);
    // Whether something is to be done is asked anew.
    if (!prompt.decides)
        answers.note({prompt.question, answer, !answer.empty() && answer != prompt.preset});
    return answer;
}

void View::settle() {
    setup_.kept_answers.settle();
}

void View::restate(std::string answer, std::vector<std::string> chosen) {
    setup_.kept_answers.restate(std::move(answer), std::move(chosen));
}

std::string View::be_about(std::string thing) {
    return setup_.kept_answers.be_about_thing(std::move(thing));
}

std::vector<std::string> View::chosen() const {
    return setup_.kept_answers.chosen();
}

char View::press(const std::string& question, std::string_view keys) {
    return setup_.host.press(question, keys);
}

Exit View::run(const std::vector<std::string>& words) {
    std::vector<std::string> line;
    if (globals.today) line.insert(line.end(), {"--today", *globals.today});
    if (globals.color) line.insert(line.end(), {"--color", *globals.color});
    if (globals.no_pager) line.emplace_back("--no-pager");
    if (globals.dry_run) line.emplace_back("--dry-run");
    line.insert(line.end(), words.begin(), words.end());
    return setup_.perform(line);
}

void View::take_back() {
    setup_.kept_answers.take_back();
}

void View::show_page(const std::string& text) {
    require_face(output_);
    const auto is_long = [&] {
        const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
        return lines >= host.rows();
    };
    if (host.output_is_terminal() && !globals.no_pager && is_long()) {
        try {
            if (!setup_.host.run(pager_words(host, config), text).seems_not_run()) return;
        } catch (const Error& error) { // a page is worth more than its pager
            if (error.exit() != Exit::usage) throw;
            tell(error.diagnostic());
        }
    }
    print(text);
}

void View::show_page(const std::vector<std::string_view>& parts) {
    constexpr std::size_t enough = 256 << 10; // to print at once
    require_face(output_);
    const bool is_terminal = host.output_is_terminal();
    std::string text;
    for (const std::string_view part : parts) {
        text += part;
        if (is_terminal || text.size() < enough) continue;
        print(text);
        text.clear();
    }
    show_page(text);
}

void View::show(const Report& report) {
    require_face(output_);
    if (output_.is_page())
        show_page(to_terminal(report.page, look_of_output()));
    else
        print(to_face(report, output_, host.output_is_terminal()));
}

void View::notify(std::string_view line) {
    const std::vector<std::string> words{"notify-send", "--app-name=mentor", "--", "mentor",
                                         as_notice(line)};
    const Ended ended = setup_.host.run(words, "");
    if (!ended.was_started()) {
        throw Error(Exit::system, fmt::format("notify-send {}", why_not_started(ended)),
                    "it shows notices on a desktop; on Debian it is in libnotify-bin");
    }
    if (!ended.succeeded()) {
        throw Error(Exit::system, fmt::format("notify-send ended with {}", ended.status),
                    "it needs a desktop that runs");
    }
}

void require_word(std::string_view word, const std::vector<std::string>& known,
                  std::string_view option) {
    if (find_folded(word, known)) return;
    throw Error(Exit::usage, fmt::format("{} can't be '{}'", option, word),
                fmt::format("it is one of: {}", join(known, ", ")));
}

void require_words(const std::vector<std::string>& words, const std::vector<std::string>& known,
                   std::string_view option) {
    for (const auto& word : words)
        require_word(word, known, option);
}

bool accepts(const std::vector<std::string>& wanted, std::string_view word) {
    return wanted.empty() || find_folded(word, wanted);
}

} // namespace mentor
