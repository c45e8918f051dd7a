// SPDX-License-Identifier: GPL-2.0-only
/*
 * Access to numbers in main storage.
 *
 * FC and SCSI formats are always big-endian: be*(). QDIO and FSF structures are big-endian in the architected
 * geometry, little-endian in an experiment: hw*(), which take the order.
 */
#ifndef FCPMOCK_MEM_H
#define FCPMOCK_MEM_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/watch.h"
#include "zfcp_layout.h"

static inline uint16_t be16(const void *p)
{
    const uint8_t *b = p;

    watch_read(p, 2);
    return (uint16_t)(b[0] << 8 | b[1]);
}

static inline uint32_t be24(const void *p)
{
    const uint8_t *b = p;

    watch_read(p, 3);
    return (uint32_t)b[0] << 16 | (uint32_t)b[1] << 8 | b[2];
}

static inline uint32_t be32(const void *p)
{
    uint32_t v;

    watch_read(p, sizeof(v));
    memcpy(&v, p, sizeof(v));
    return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? __builtin_bswap32(v) : v;
}

static inline uint64_t be64(const void *p)
{
    uint64_t v;

    watch_read(p, sizeof(v));
    memcpy(&v, p, sizeof(v));
    return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? __builtin_bswap64(v) : v;
}

static inline void put_be16(void *p, uint32_t v)
{
    uint8_t *b = p;

    watch_write(p, 2);
    b[0] = (uint8_t)(v >> 8);
    b[1] = (uint8_t)v;
}

static inline void put_be24(void *p, uint32_t v)
{
    uint8_t *b = p;

    watch_write(p, 3);
    b[0] = (uint8_t)(v >> 16);
    b[1] = (uint8_t)(v >> 8);
    b[2] = (uint8_t)v;
}

static inline void put_be32(void *p, uint32_t v)
{
    watch_write(p, sizeof(v));
    if (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)
        v = __builtin_bswap32(v);
    memcpy(p, &v, sizeof(v));
}

static inline void put_be64(void *p, uint64_t v)
{
    watch_write(p, sizeof(v));
    if (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)
        v = __builtin_bswap64(v);
    memcpy(p, &v, sizeof(v));
}

/* A number of a QDIO or FSF structure; little is the byte order of the geometry. The type of the field fixes the width. */
static inline uint64_t hw_get(bool little, const void *field, size_t width)
{
    const uint8_t *b = field;

    switch (width) {
    case 8:
        return little ? __builtin_bswap64(be64(b)) : be64(b);
    case 4:
        return little ? __builtin_bswap32(be32(b)) : be32(b);
    case 3:
        return be24(b);         /* D_IDs are FC addresses */
    case 2:
        return little ? __builtin_bswap16(be16(b)) : be16(b);
    default:
        watch_read(b, 1);
        return b[0];
    }
}

static inline void hw_put(bool little, void *field, size_t width, uint64_t v)
{
    uint8_t *b = field;

    switch (width) {
    case 8:
        put_be64(b, little ? __builtin_bswap64(v) : v);
        break;
    case 4:
        put_be32(b, little ? __builtin_bswap32((uint32_t)v) : (uint32_t)v);
        break;
    case 3:
        put_be24(b, (uint32_t)v);
        break;
    case 2:
        put_be16(b, little ? __builtin_bswap16((uint16_t)v) : (uint16_t)v);
        break;
    default:
        watch_write(b, 1);
        b[0] = (uint8_t)v;
    }
}

#define HW_GET(little, field) hw_get((little), &(field), sizeof(field))
#define HW_PUT(little, field, value) hw_put((little), &(field), sizeof(field), (value))

/*
 * The bytes of an SLSB are what driver and channel synchronise on. Sequential consistency, because each side sets a state and then
 * reads that of the adjacent SBAL: the driver to find out whether SIGA is needed, the channel whether there is more. They must not
 * miss each other.
 */
static inline uint8_t slsb_get(uint64_t address)
{
    watch(address, 1, FCP_SYNC_READ);
    return atomic_load_explicit((_Atomic uint8_t *)(uintptr_t)address, memory_order_seq_cst);
}

static inline void slsb_put(uint64_t address, uint8_t state)
{
    watch(address, 1, FCP_SYNC_WRITE);
    atomic_store_explicit((_Atomic uint8_t *)(uintptr_t)address, state, memory_order_seq_cst);
}

/*
 * An SBALE is read and written as two words. They are atomic since a driver that takes a rejected SBAL back may zero it while the
 * channel reads it.
 */
struct sbale {
    uint8_t eflags;
    uint8_t scount;
    uint8_t sflags;
    uint32_t length;
    uint64_t addr;
};

static inline struct sbale sbale_get(bool little, uint64_t address)
{
    _Atomic uint64_t *words = (_Atomic uint64_t *)(uintptr_t)address;
    uint64_t raw[2] = {atomic_load_explicit(&words[0], memory_order_relaxed),
                       atomic_load_explicit(&words[1], memory_order_relaxed)};
    struct zl_qdio_buffer_element e;

    watch_read(words, sizeof(raw));
    memcpy(&e, raw, sizeof(e));
    return (struct sbale){
        .eflags = e.eflags.b[0],
        .scount = e.scount.b[0],
        .sflags = e.sflags.b[0],
        .length = (uint32_t)HW_GET(little, e.length),
        .addr = HW_GET(little, e.addr),
    };
}

static inline void sbale_put(bool little, uint64_t address, const struct sbale *s)
{
    _Atomic uint64_t *words = (_Atomic uint64_t *)(uintptr_t)address;
    struct zl_qdio_buffer_element e = {0};
    uint64_t raw[2];

    e.eflags.b[0] = s->eflags;
    e.scount.b[0] = s->scount;
    e.sflags.b[0] = s->sflags;
    HW_PUT(little, e.length, s->length);
    HW_PUT(little, e.addr, s->addr);
    memcpy(raw, &e, sizeof(raw));
    watch_write(words, sizeof(raw));
    atomic_store_explicit(&words[0], raw[0], memory_order_relaxed);
    atomic_store_explicit(&words[1], raw[1], memory_order_relaxed);
}

#endif
