#ifndef HEDDLE_CCHECKSUM_H
#define HEDDLE_CCHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/// CRC-32C (Castagnoli; RFC 3720 section 12.1, appendix B.4): the checksum of Kafka's record batches.
///
/// `crc32c(data, n)` is the checksum of n bytes. `crc32c_extend(c, data, n)` continues: with c the checksum
/// of what came before, it returns the checksum of both together. The checksum of nothing is 0.
///
/// The fastest way that this processor knows is found at the first call.
uint32_t heddle_crc32c(const void *_Nullable data, size_t length);
uint32_t heddle_crc32c_extend(uint32_t crc, const void *_Nullable data, size_t length);

/// The same by table alone, for processors without an instruction for it and to compare the others against.
uint32_t heddle_crc32c_extend_by_table(uint32_t crc, const void *_Nullable data, size_t length);

#endif
