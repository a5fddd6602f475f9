// SPDX-License-Identifier: MIT
#include "system/memory.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>
#ifdef MENTOR_HAS_MALLOPT
#include <malloc.h>
#endif

namespace mentor {

namespace {

constexpr std::size_t large = 32 << 20, most = 128 << 20;

#if defined(MENTOR_HAS_MALLOPT) && defined(MADV_HUGEPAGE)
std::uintptr_t address_of(const void* place) {
    return reinterpret_cast<std::uintptr_t>(place);
}

// The first `most` bytes of the main thread's heap are large pages: the system is asked for each
// of them once instead of five hundred times, and clears one even for who needs little. In a
// virtual machine, where asking is dear, `due` takes a fifth less (madvise(2)). A page of which a
// part was used before stays small ones, so these begin where nothing lies yet.
void take_large_pages() {
    constexpr std::uintptr_t page = 2 << 20;
    constexpr std::size_t more_than_is_left = 256 << 10; // so that the heap grows
    const std::uintptr_t before = address_of(::sbrk(0));
    // Kept, and where no compiler leaves them out.
    static void* volatile held[2];
    ::mallopt(M_TOP_PAD, most); // room that is taken when it is used
    held[0] = std::malloc(more_than_is_left);
    ::mallopt(M_TOP_PAD, 1 << 20);
    const std::uintptr_t rest = address_of(held[0]) + ::malloc_usable_size(held[0]);
    const std::uintptr_t begin = (rest / page + 1) * page;
    const std::uintptr_t end = address_of(::sbrk(0)) / page * page;
    // The heap had room already, couldn't grow, or isn't glibc's.
    if (rest < before || begin >= end) return std::free(held[0]);
    ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
    held[1] = std::malloc(begin - rest); // up to there
}
#endif

} // namespace

void set_memory_up() {
#ifdef MENTOR_HAS_MALLOPT
    // A parsed file is thousands of small blocks that live and die together: kept apart by size
    // instead of merged, they make reading a large journal a twentieth faster (mallopt(3)). What
    // one file needed the next one needs again, so none of it goes back to the system in between.
    ::mallopt(M_MXFAST, 20 * sizeof(void*));
    ::mallopt(M_TRIM_THRESHOLD, 2 * most);
    ::mallopt(M_MMAP_THRESHOLD, large);
    ::mallopt(M_TOP_PAD, 1 << 20);
#ifdef MADV_HUGEPAGE
    take_large_pages();
#endif
#endif
}

} // namespace mentor
