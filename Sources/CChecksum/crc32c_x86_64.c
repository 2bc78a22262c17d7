#include "crc32c_ways.h"

#if defined(__x86_64__)
#include <nmmintrin.h>
#include <string.h>
#include <wmmintrin.h>

// The instruction takes three cycles but can start one each cycle, so three independent stretches are
// summed side by side and then joined. Joining needs the register of an earlier stretch moved past the
// bytes that follow it: a multiplication by x^(8 * bytes) modulo the polynomial, which a carry-less
// product followed by the crc32 instruction (itself times x^33 for reflected operands) does.
// The constants are x^(8 * bytes - 33) modulo the polynomial, reflected.

#define LONG_STRETCH 2048
#define SHORT_STRETCH 256

#define PAST_2_LONG 0x82F89C77u
#define PAST_1_LONG 0xA51B6135u
#define PAST_2_SHORT 0xDD7E3B0Cu
#define PAST_1_SHORT 0xB9E02B86u

#define WITH_SSE42 __attribute__((target("sse4.2,pclmul")))

bool heddle_crc32c_has_hardware(void) {
    return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul");
}

static inline uint64_t word(const uint8_t *data) {
    uint64_t value;
    memcpy(&value, data, sizeof value);
    return value;
}

WITH_SSE42 static inline uint64_t times(uint64_t reg, uint32_t power) {
    __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)reg), _mm_cvtsi64_si128((long long)power), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

WITH_SSE42 static inline uint64_t three_stretches(
    uint64_t first, const uint8_t *data, size_t stretch, uint32_t past_two, uint32_t past_one
) {
    uint64_t second = 0;
    uint64_t third = 0;
    const uint8_t *end = data + stretch;
    for (; data < end; data += 8) {
        first = _mm_crc32_u64(first, word(data));
        second = _mm_crc32_u64(second, word(data + stretch));
        third = _mm_crc32_u64(third, word(data + 2 * stretch));
    }
    return _mm_crc32_u64(0, times(first, past_two) ^ times(second, past_one)) ^ third;
}

WITH_SSE42 uint32_t heddle_crc32c_hardware(uint32_t reg, const uint8_t *data, size_t length) {
    uint64_t wide = reg;
    for (; length >= 3 * LONG_STRETCH; data += 3 * LONG_STRETCH, length -= 3 * LONG_STRETCH) {
        wide = three_stretches(wide, data, LONG_STRETCH, PAST_2_LONG, PAST_1_LONG);
    }
    for (; length >= 3 * SHORT_STRETCH; data += 3 * SHORT_STRETCH, length -= 3 * SHORT_STRETCH) {
        wide = three_stretches(wide, data, SHORT_STRETCH, PAST_2_SHORT, PAST_1_SHORT);
    }
    for (; length >= 8; data += 8, length -= 8) {
        wide = _mm_crc32_u64(wide, word(data));
    }
    for (; length > 0; data++, length--) {
        wide = _mm_crc32_u8((uint32_t)wide, *data);
    }
    return (uint32_t)wide;
}
#endif
