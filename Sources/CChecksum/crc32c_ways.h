#ifndef HEDDLE_CRC32C_WAYS_H
#define HEDDLE_CRC32C_WAYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

uint32_t heddle_crc32c_table(uint32_t reg, const uint8_t *data, size_t length);

#if defined(__x86_64__) || defined(__aarch64__)
#define HEDDLE_CRC32C_HARDWARE 1
bool heddle_crc32c_has_hardware(void);
uint32_t heddle_crc32c_hardware(uint32_t reg, const uint8_t *data, size_t length);
#endif

#endif
