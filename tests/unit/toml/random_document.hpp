// SPDX-License-Identifier: MIT
//
// Random TOML documents in every layout that TOML allows, each with a model of what it says that
// owes nothing to the code under test.
#pragma once

#include "toml/document.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::random_document {

// What a document says, and how its tables are written there.
struct Model {
    enum class Kind { scalar, array, table };
    // A whole stands between its first and its last character. Dotted keys, headers, or the headers
    // of what lies below make the others; the array of [[elements]] is implied by them.
    enum class Written { whole, dotted, header, implied };

    Kind kind = Kind::scalar;
    Written written = Written::whole;
    std::string scalar; // its type and value: "integer 5"
    std::vector<Model> items;
    std::map<std::string, Model> fields;
    std::string text; // of a whole, as it stands in the document; "" where that isn't known

    bool is_spread() const { return written != Written::whole; }
    bool says_the_same(const Model& other) const;
};

Model scalar(std::string type, std::string_view value);
Model float_scalar(double value);

// What toml++ reads from a text.
Model model_of(const std::string& text);

// The same everywhere for the same seed.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    std::size_t below(std::size_t count) { return engine_() % count; }
    bool chance(std::size_t percent) { return below(100) < percent; }
    template<typename Type>
    const Type& pick(const std::vector<Type>& from) {
        return from[below(from.size())];
    }

private:
    std::mt19937 engine_;
};

struct Random {
    std::string text;
    Model model;
};
Random make_document(Dice& dice);

// A value to write, and what is then to be read.
struct RandomValue {
    Value value;
    Model model;
};
RandomValue make_value(Dice& dice, int depth = 0);
std::string make_key(Dice& dice);

} // namespace mentor::random_document
