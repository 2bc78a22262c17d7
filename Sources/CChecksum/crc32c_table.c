#include "crc32c_ways.h"
#include <pthread.h>

// Eight bytes a step: table[k][b] is the register after byte b and then k zero bytes.

#define POLYNOMIAL_REFLECTED 0x82F63B78u

static uint32_t table[8][256];
static pthread_once_t table_made = PTHREAD_ONCE_INIT;

static void make_table(void) {
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t reg = byte;
        for (int bit = 0; bit < 8; bit++) {
            reg = (reg >> 1) ^ ((reg & 1) ? POLYNOMIAL_REFLECTED : 0);
        }
        table[0][byte] = reg;
    }
    for (int zeros = 1; zeros < 8; zeros++) {
        for (int byte = 0; byte < 256; byte++) {
            uint32_t before = table[zeros - 1][byte];
            table[zeros][byte] = (before >> 8) ^ table[0][before & 0xFF];
        }
    }
}

uint32_t heddle_crc32c_table(uint32_t reg, const uint8_t *data, size_t length) {
    pthread_once(&table_made, make_table);
    for (; length >= 8; data += 8, length -= 8) {
        uint32_t low = reg ^ ((uint32_t)data[0] | (uint32_t)data[1] << 8 | (uint32_t)data[2] << 16 | (uint32_t)data[3] << 24);
        reg = table[7][low & 0xFF] ^ table[6][(low >> 8) & 0xFF] ^ table[5][(low >> 16) & 0xFF] ^ table[4][low >> 24]
            ^ table[3][data[4]] ^ table[2][data[5]] ^ table[1][data[6]] ^ table[0][data[7]];
    }
    for (; length > 0; data++, length--) {
        reg = (reg >> 8) ^ table[0][(reg ^ *data) & 0xFF];
    }
    return reg;
}
