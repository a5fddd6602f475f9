// SPDX-License-Identifier: MIT
//
// Two readers of one text: what the plain one accepts, toml++ reads as the same statements, and the
// decoder as the same relationship.
#include "format/decode.hpp"
#include "format/handle.hpp"
#include "fuzz/fuzz.hpp"
#include "support/plain_and_tree.hpp"
#include "toml/toml_access.hpp"

#include "mentor/error.hpp"

#include <stdexcept>

using namespace mentor;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    PlainText plain;
    if (read_plain(text, plain)) {
        const Document document = Document::parse(text, "fuzz.toml");
        FUZZ_CHECK(is_same(plain, TomlAccess::root(document)));
        FUZZ_CHECK(read_plain_head(text, plain).has_value());
    }
    for (const Extent extent : {Extent::whole, Extent::outline}) {
        try {
            decode_relationship(text, "fuzz.toml", "fuzz", Readers::both, extent);
        } catch (const Error&) {
        }
    }
    return 0;
}
