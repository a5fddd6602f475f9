// SPDX-License-Identifier: MIT
#include "toml/value.hpp"

namespace mentor {

Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

Value::Value(bool value) : of(value) {}
Value::Value(int value) : of(std::int64_t{value}) {}
Value::Value(std::int64_t value) : of(value) {}
Value::Value(double value) : of(value) {}
Value::Value(const char* value) : of(std::string(value)) {}
Value::Value(std::string_view value) : of(std::string(value)) {}
Value::Value(std::string value) : of(std::move(value)) {}
Value::Value(Date value) : of(Moment{value, std::nullopt}) {}
Value::Value(Moment value) : of(std::move(value)) {}
Value::Value(Array value) : of(std::move(value)) {}
Value::Value(Table value) : of(std::move(value)) {}
Value::Value(const std::vector<std::string>& values) : of(Array(values.begin(), values.end())) {}

} // namespace mentor
