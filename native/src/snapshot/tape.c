// SPDX-License-Identifier: GPL-2.0-only
/* Values on a tape. */
#include "snapshot/tape.h"

#include <string.h>

#define ODD 0x9e3779b97f4a7c15ull
#define LANES 4

uint64_t tape_mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * ODD;
    return hash ^ hash >> 32;
}

void tape_unhashed(struct tape *t, void *value, uint64_t length)
{
    if (t->mode == TAPE_HASH || !length)
        return;
    if (t->mode == TAPE_KEEP) {
        if (t->bytes && length <= t->room - t->at)
            memcpy(t->bytes + t->at, value, length);
        else if (t->bytes)
            t->failed = true;
        t->at += t->failed ? 0 : length;
        return;
    }
    if (t->failed || length > t->room - t->at) {
        /* Whoever takes a count gets none, and stops. */
        t->failed = true;
        memset(value, 0, length);
        return;
    }
    memcpy(value, t->bytes + t->at, length);
    t->at += length;
}

static void hash_bytes(struct tape *t, const unsigned char *value, uint64_t length)
{
    for (; length; ) {
        uint64_t word = 0, part = length < sizeof(word) ? length : sizeof(word);

        memcpy(&word, value, part);
        t->hash = tape_mix(t->hash, word);
        value += part;
        length -= part;
    }
}

void tape_bytes(struct tape *t, void *value, uint64_t length)
{
    if (t->mode == TAPE_HASH)
        hash_bytes(t, value, length);
    else
        tape_unhashed(t, value, length);
}

/* Independent lanes, so that a multiplication need not wait for the one before. */
void tape_words(struct tape *t, uint64_t *words, uint64_t count)
{
    uint64_t lane[LANES] = {t->hash, 1, 2, 3}, i;

    if (t->mode != TAPE_HASH) {
        tape_unhashed(t, words, count * sizeof(*words));
        return;
    }
    for (i = 0; i + LANES <= count; i += LANES)
        for (int k = 0; k < LANES; k++)
            lane[k] = tape_mix(lane[k], words[i + (uint64_t)k]);
    for (; i < count; i++)
        lane[0] = tape_mix(lane[0], words[i]);
    for (int k = 1; k < LANES; k++)
        lane[0] = tape_mix(lane[0], lane[k]);
    t->hash = lane[0];
}

static uint64_t place(const fcp_channel *ch, uint64_t address)
{
    for (uint32_t i = 0; i < ch->windows; i++)
        if (address >= ch->window[i].base && address < ch->window[i].limit)
            return address - ch->window[i].base + ((uint64_t)i + 1) * ODD;
    return address;
}

void tape_address(struct tape *t, uint64_t *address)
{
    if (t->mode == TAPE_HASH)
        t->hash = tape_mix(t->hash, place(t->ch, *address));
    else
        tape_unhashed(t, address, sizeof(*address));
}

void tape_time(struct tape *t, uint64_t *time_ns)
{
    uint64_t now = t->ch->now_ns;

    if (t->mode != TAPE_HASH)
        tape_unhashed(t, time_ns, sizeof(*time_ns));
    else
        t->hash = tape_mix(t->hash, *time_ns == FCP_NEVER ? FCP_NEVER : *time_ns < now ? 0 : *time_ns - now);
}

void tape_flag(struct tape *t, bool *flag)
{
    uint8_t value = *flag;

    tape_bytes(t, &value, 1);
    *flag = value;
}
