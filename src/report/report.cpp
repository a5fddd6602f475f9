// SPDX-License-Identifier: MIT
#include "report/report.hpp"

namespace mentor {

Data::Data() = default;
Data::Data(const Data&) = default;
Data::Data(Data&&) noexcept = default;
Data& Data::operator=(const Data&) = default;
Data& Data::operator=(Data&&) noexcept = default;
Data::~Data() = default;

Data::Data(std::nullptr_t) {}
Data::Data(bool value) : of(value) {}
Data::Data(int value) : of(std::int64_t{value}) {}
Data::Data(std::int64_t value) : of(value) {}
Data::Data(double value) : of(value) {}
Data::Data(const char* value) : of(std::string(value)) {}
Data::Data(std::string value) : of(std::move(value)) {}
Data::Data(std::string_view value) : of(std::string(value)) {}
Data::Data(Date date) : of(to_iso(date)) {}
Data::Data(const Moment& moment) : of(to_iso(moment)) {}
Data::Data(List values) : of(std::move(values)) {}
Data::Data(Fields fields) : of(std::move(fields)) {}
Data::Data(const std::vector<std::string>& values) : of(List(values.begin(), values.end())) {}

Block::Block() = default;
Block::Block(const Block&) = default;
Block::Block(Block&&) noexcept = default;
Block& Block::operator=(const Block&) = default;
Block& Block::operator=(Block&&) noexcept = default;
Block::~Block() = default;

} // namespace mentor
