#include "CChecksum.h"
#include "crc32c_ways.h"

// Every way works on the raw register; the inversion before and after (RFC 3720) is done here alone.

static uint32_t crc32c_register(uint32_t reg, const uint8_t *data, size_t length) {
#if defined(HEDDLE_CRC32C_HARDWARE)
    if (heddle_crc32c_has_hardware()) {
        return heddle_crc32c_hardware(reg, data, length);
    }
#endif
    return heddle_crc32c_table(reg, data, length);
}

uint32_t heddle_crc32c_extend(uint32_t crc, const void *data, size_t length) {
    return ~crc32c_register(~crc, (const uint8_t *)data, length);
}

uint32_t heddle_crc32c(const void *data, size_t length) {
    return heddle_crc32c_extend(0, data, length);
}

uint32_t heddle_crc32c_extend_by_table(uint32_t crc, const void *data, size_t length) {
    return ~heddle_crc32c_table(~crc, (const uint8_t *)data, length);
}
