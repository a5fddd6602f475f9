// SPDX-License-Identifier: MIT
//
// Inside src/format only: with the methods of Reader, but nothing to read: it notes what the
// decoder asks for, which is what a file may hold.
#pragma once

#include "core/model/keys/shape.hpp"
#include "format/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {

class ShapeReader {
public:
    explicit ShapeReader(Shape& table) : shape_(table) { shape_.type = Shape::Type::table; }

    std::string text(std::string_view key) {
        note(key, {.type = Shape::Type::text});
        return {};
    }
    std::string line(std::string_view key) { return text(key); }
    std::string program(std::string_view key) { return text(key); }
    std::string detail_text(std::string_view key) { return text(key); }
    std::vector<std::string> detail_words(std::string_view key) { return words(key); }
    std::optional<bool> flag(std::string_view key) {
        note(key, {.type = Shape::Type::flag});
        return std::nullopt;
    }
    std::optional<int> number(std::string_view key, const Range& range) {
        note(key, {.type = Shape::Type::number, .least = range.least, .most = range.most});
        return std::nullopt;
    }
    std::optional<Date> date(std::string_view key) {
        note(key, {.type = Shape::Type::date});
        return std::nullopt;
    }
    std::optional<Moment> moment(std::string_view key) {
        note(key, {.type = Shape::Type::moment});
        return std::nullopt;
    }
    std::optional<Duration> duration(std::string_view key) {
        note(key, {.type = Shape::Type::duration});
        return std::nullopt;
    }
    std::optional<Paint> paint(std::string_view key) {
        note(key, {.type = Shape::Type::paint});
        return std::nullopt;
    }
    std::optional<DayOfYear> day_of_year(std::string_view key) {
        note(key, {.type = Shape::Type::day_of_year});
        return std::nullopt;
    }
    std::vector<std::string> words(std::string_view key) {
        note(key, list_of({.type = Shape::Type::text}));
        return {};
    }
    std::vector<std::string> words_or_text(std::string_view key) {
        note(key, {.type = Shape::Type::text_or_list});
        return {};
    }
    std::vector<Date> dates(std::string_view key) {
        note(key, list_of({.type = Shape::Type::date}));
        return {};
    }
    template<class T>
    std::optional<T> one_of(std::string_view key, std::optional<T> (*)(std::string_view),
                            const std::vector<std::string>& names) {
        note(key, {.type = Shape::Type::word, .words = names});
        return std::nullopt;
    }
    template<class T>
    std::vector<T> each_of(std::string_view key, std::optional<T> (*)(std::string_view),
                           const std::vector<std::string>& names) {
        note(key, list_of({.type = Shape::Type::word, .words = names}));
        return {};
    }
    template<class Read>
    auto table(std::string_view key, Read read) {
        std::optional<decltype(read(*this))> result;
        note(key, shape_of(read));
        return result;
    }
    template<class Read>
    auto tables(std::string_view key, Read read) {
        std::vector<decltype(read(*this))> result;
        note(key, list_of(shape_of(read)));
        return result;
    }

    void require(std::string_view key, std::string_view) { required_.emplace_back(key); }
    std::vector<std::string> keys() const { return {"*"}; }
    std::size_t faults() const { return 0; }
    void ignore(std::string_view) {}

private:
    static Shape list_of(Shape element) {
        return {.type = Shape::Type::list, .element = {std::move(element)}};
    }
    template<class Read>
    static Shape shape_of(Read read) {
        Shape shape;
        ShapeReader reader(shape);
        read(reader);
        return shape;
    }
    // A key is asked for after it is required.
    void note(std::string_view key, Shape shape) {
        shape.required = std::ranges::find(required_, key) != required_.end();
        shape_.keys.push_back({std::string(key), std::move(shape)});
    }

    Shape& shape_;
    std::vector<std::string> required_;
};

} // namespace mentor
