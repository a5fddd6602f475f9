// SPDX-License-Identifier: MIT
#include "unit/toml/random_document.hpp"

#include <algorithm>

namespace mentor::random_document {
namespace {

using Kind = Model::Kind;
using Written = Model::Written;
using Blocks = std::vector<std::string>;

Model as_written(Model model, std::string text) {
    model.text = std::move(text);
    return model;
}

// Writes a document piece by piece, and what the pieces say.
class Author {
public:
    explicit Author(Dice& dice) : dice_(dice) {
        newlines_ = dice_.pick<Blocks>({{"\n"}, {"\n"}, {"\r\n"}, {"\n", "\r\n"}});
    }

    Random document() {
        Random out;
        out.model.kind = Kind::table;
        out.model.written = Written::header;
        std::vector<Blocks> tables = sub_tables(out.model, "", 0);
        out.text = dice_.chance(20) ? "\xEF\xBB\xBF" : "";
        out.text += body(out.model, dice_.below(5));
        for (const std::string& block : shuffled(std::move(tables)))
            out.text += block;
        if (dice_.chance(30)) drop_last_newline(out.text);
        return out;
    }

private:
    std::string newline() { return dice_.pick(newlines_); }
    std::string blanks() { return dice_.pick<std::string>({"", " ", " ", " ", "  ", "\t"}); }
    std::string indent() { return dice_.pick<std::string>({"", "", "", "  ", "\t", "    "}); }

    static void drop_last_newline(std::string& text) {
        if (text.empty() || text.back() != '\n') return;
        text.pop_back();
        if (!text.empty() && text.back() == '\r') text.pop_back();
    }

    std::string comment() {
        return dice_.pick<std::string>(
            {"# plain", "#", "# [b]", "# a = 1", "# ü \" ' ] }, \"\"\"", "#\t[[a]] '''"});
    }
    std::string line_rest() { return blanks() + (dice_.chance(30) ? comment() : "") + newline(); }
    std::string filling() {
        std::string out;
        while (dice_.chance(25))
            out += indent() + (dice_.chance(50) ? comment() : "") + newline();
        return out;
    }

    std::string written_key(const std::string& key) {
        const bool bare =
            !key.empty() &&
            key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos;
        if (bare && dice_.chance(85)) return key;
        if (dice_.chance(50) && key.find('\'') == std::string::npos) return "'" + key + "'";
        std::string out = "\"";
        for (const char character : key) {
            if (character == '"' || character == '\\') out += '\\';
            out += character;
        }
        return out + '"';
    }
    std::string dot() { return dice_.chance(80) ? "." : blanks() + "." + blanks(); }

    std::string fresh_key(const Model& table) {
        std::string key = make_key(dice_);
        while (table.fields.count(key) > 0)
            key += dice_.pick<std::string>({"x", "y", "z"});
        return key;
    }

    // --- values

    Model value(int depth) {
        const std::size_t roll = dice_.below(depth < 3 ? 10 : 7);
        if (roll < 3) return plain_scalar();
        if (roll < 5) return string();
        if (roll < 7) return long_string();
        return roll == 7 ? inline_table(depth) : array(depth);
    }

    Model plain_scalar() {
        static const std::vector<Model> scalars{
            as_written(scalar("integer", "7"), "7"),
            as_written(scalar("integer", "1000"), "+1_000"),
            as_written(scalar("integer", "-31"), "-31"),
            as_written(scalar("integer", "31"), "0x1F"),
            as_written(scalar("boolean", "yes"), "true"),
            as_written(scalar("boolean", "no"), "false"),
            as_written(float_scalar(1.5), "1.5"),
            as_written(float_scalar(-2000), "-2e3"),
            as_written(scalar("date", "2026-11-22"), "2026-11-22"),
            as_written(scalar("time", "7:32:0.0"), "07:32:00"),
            as_written(scalar("date-time", "date 2026-11-22 time 7:32:1.500000000 local"),
                       "2026-11-22T07:32:01.5"),
            as_written(scalar("date-time", "date 2026-11-22 time 7:32:1.0 offset -90"),
                       "2026-11-22 07:32:01-01:30"),
        };
        return dice_.pick(scalars);
    }

    Model string() {
        static const std::vector<Model> strings{
            as_written(scalar("string", ""), "\"\""),
            as_written(scalar("string", ""), "''"),
            as_written(scalar("string", "é # [a] = , ] }"), "\"é # [a] = , ] }\""),
            as_written(scalar("string", "a\"b\\"), "\"a\\\"b\\\\\""),
            as_written(scalar("string", "\t\nü"), "\"\\t\\n\\u00fc\""),
            as_written(scalar("string", "\"\\ , # ]"), "'\"\\ , # ]'"),
            as_written(scalar("string", "'''"), "\"'''\""),
        };
        return dice_.pick(strings);
    }

    // A text of lines that look like TOML.
    Model long_string() {
        const std::string quote = dice_.chance(50) ? "\"" : "'";
        std::string says;
        std::string text = quote + quote + quote + newline();
        for (std::size_t lines = dice_.below(4); lines > 0; --lines) {
            const std::string line =
                dice_.pick<std::string>({"", "a = 1", "[b]", "  [[a]] # x", "# ü", "], }",
                                         "it" + quote + "s " + quote + quote});
            says += line + "\n";
            text += line + newline();
        }
        if (quote == "\"" && dice_.chance(30)) text += "\\" + newline() + "  ";
        if (dice_.chance(30)) {
            says += quote + quote;
            text += quote + quote;
        }
        return as_written(scalar("string", says), text + quote + quote + quote);
    }

    Model array(int depth) {
        Model model;
        model.kind = Kind::array;
        const bool breaks = dice_.chance(40);
        const bool tables = dice_.chance(30);
        std::string text = "[";
        for (std::size_t count = dice_.below(4); count > 0; --count) {
            text += breaks ? array_filling() : blanks();
            model.items.push_back(tables ? inline_table(depth + 1) : value(depth + 1));
            text += model.items.back().text;
            if (dice_.chance(10)) text += breaks ? array_filling() : blanks();
            if (count > 1 || dice_.chance(30)) text += ",";
        }
        text += breaks ? array_filling() : blanks();
        return as_written(std::move(model), text + "]");
    }
    std::string array_filling() {
        return dice_.chance(80) ? line_rest() + filling() + indent() : blanks();
    }

    Model inline_table(int depth) {
        Model model;
        model.kind = Kind::table;
        std::string text = "{" + blanks();
        for (std::size_t count = dice_.below(4); count > 0; --count) {
            text += pair(model, depth + 1) + blanks();
            if (count > 1) text += "," + blanks();
        }
        return as_written(std::move(model), text + "}");
    }

    // --- keys with values

    // `key = value` in `table`, dotted now and then. A dotted key goes into a table of its own or
    // into one that dotted keys in the same place began.
    std::string pair(Model& table, int depth) {
        std::string text;
        Model* target = &table;
        while (dice_.chance(25)) {
            Model* next = dice_.chance(60) ? begun(*target) : nullptr;
            std::string key;
            if (next) {
                for (auto& [name, field] : target->fields)
                    if (&field == next) key = name;
            } else {
                key = fresh_key(*target);
                next = &target->fields[key];
                next->kind = Kind::table;
                next->written = Written::dotted;
            }
            text += written_key(key) + dot();
            target = next;
        }
        const std::string key = fresh_key(*target);
        Model& field = target->fields[key] = value(depth);
        return text + written_key(key) + blanks() + "=" + blanks() + field.text;
    }

    static Model* begun(Model& table) {
        for (auto& [name, field] : table.fields)
            if (field.written == Written::dotted) return &field;
        return nullptr;
    }

    std::string body(Model& table, std::size_t count) {
        std::string text = filling();
        for (; count > 0; --count) {
            text += indent() + pair(table, 0) + line_rest() + filling();
        }
        return text;
    }

    // --- tables with headers

    // The sections below one table: each list has to keep its order.
    std::vector<Blocks> sub_tables(Model& table, const std::string& prefix, int depth) {
        std::vector<Blocks> out;
        for (std::size_t count = depth < 3 ? dice_.below(depth == 0 ? 5 : 3) : 0; count > 0;
             --count) {
            const std::string key = fresh_key(table);
            const std::string name = prefix + written_key(key);
            Model& child = table.fields[key];
            out.push_back(dice_.chance(50) ? table_sections(child, name, depth + 1)
                                           : array_sections(child, name, depth + 1));
        }
        return out;
    }

    Blocks table_sections(Model& table, const std::string& name, int depth) {
        table.kind = Kind::table;
        std::vector<Blocks> below = sub_tables(table, name + dot(), depth);
        const bool has_header = below.empty() || dice_.chance(60);
        table.written = has_header ? Written::header : Written::implied;
        if (!has_header) return shuffled(std::move(below));

        const std::string own = section("[", name, "]", table);
        if (dice_.chance(40)) {
            below.push_back({own});
            return shuffled(std::move(below));
        }
        if (Model* dotted = begun(table); dotted && dice_.chance(30)) {
            const std::string key = field_name(table, *dotted);
            for (Blocks& blocks : sub_tables(*dotted, name + "." + written_key(key) + ".", 2))
                below.push_back(std::move(blocks));
        }
        return behind(own, shuffled(std::move(below)));
    }

    Blocks array_sections(Model& array, const std::string& name, int depth) {
        array.kind = Kind::array;
        array.written = Written::implied;
        Blocks out;
        for (std::size_t count = 1 + dice_.below(3); count > 0; --count) {
            Model& element = array.items.emplace_back();
            element.kind = Kind::table;
            element.written = Written::header;
            std::vector<Blocks> below = sub_tables(element, name + dot(), depth);
            for (std::string& block :
                 behind(section("[[", name, "]]", element), shuffled(std::move(below))))
                out.push_back(std::move(block));
        }
        return out;
    }

    std::string section(std::string_view open, const std::string& name, std::string_view close,
                        Model& table) {
        std::string header = indent() + std::string(open) + blanks() + name + blanks();
        header += std::string(close) + line_rest();
        return header + body(table, dice_.below(4));
    }

    static std::string field_name(const Model& table, const Model& field) {
        for (const auto& [name, candidate] : table.fields)
            if (&candidate == &field) return name;
        return "";
    }

    static Blocks behind(const std::string& first, Blocks rest) {
        rest.insert(rest.begin(), first);
        return rest;
    }

    // All blocks in one list, those of each list in their order.
    Blocks shuffled(std::vector<Blocks> lists) {
        Blocks out;
        for (;;) {
            lists.erase(std::remove_if(lists.begin(), lists.end(),
                                       [](const Blocks& list) { return list.empty(); }),
                        lists.end());
            if (lists.empty()) return out;
            Blocks& list = lists[dice_.below(lists.size())];
            out.push_back(std::move(list.front()));
            list.erase(list.begin());
        }
    }

    Dice& dice_;
    Blocks newlines_;
};

} // namespace

Random make_document(Dice& dice) {
    return Author(dice).document();
}

std::string make_key(Dice& dice) {
    return dice.pick<std::string>({"a", "b", "c", "key", "two-words", "1", "42", "x_y", "é",
                                   "two words", "a.b", "", "it's", "say \"x\"", "back\\slash", "#",
                                   "[x]", "= 1"});
}

} // namespace mentor::random_document
