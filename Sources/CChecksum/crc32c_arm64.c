#include "crc32c_ways.h"

#if defined(__aarch64__)
#include <arm_acle.h>
#include <string.h>
#if defined(__linux__)
#include <sys/auxv.h>
#endif

#if defined(__ARM_FEATURE_CRC32)
#define WITH_CRC
#else
#define WITH_CRC __attribute__((target("crc")))
#endif

// Bit 7 of AT_HWCAP on arm64 Linux (asm/hwcap.h); Apple's processors all have the instruction.
#define CRC32_CAPABILITY (1ul << 7)

bool heddle_crc32c_has_hardware(void) {
#if defined(__ARM_FEATURE_CRC32) || defined(__APPLE__)
    return true;
#elif defined(__linux__)
    return (getauxval(AT_HWCAP) & CRC32_CAPABILITY) != 0;
#else
    return false;
#endif
}

WITH_CRC uint32_t heddle_crc32c_hardware(uint32_t reg, const uint8_t *data, size_t length) {
    for (; length >= 8; data += 8, length -= 8) {
        uint64_t value;
        memcpy(&value, data, sizeof value);
        reg = __crc32cd(reg, value);
    }
    for (; length > 0; data++, length--) {
        reg = __crc32cb(reg, *data);
    }
    return reg;
}
#endif
