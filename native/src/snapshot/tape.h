// SPDX-License-Identifier: GPL-2.0-only
/*
 * The state of a channel as a sequence of values. One walk through the state serves to keep it, to take it back and to hash it, so that
 * the three cannot disagree on what belongs to it.
 */
#ifndef FCPMOCK_TAPE_H
#define FCPMOCK_TAPE_H

#include "state/state.h"

enum tape_mode { TAPE_KEEP, TAPE_TAKE, TAPE_HASH };

struct tape {
    enum tape_mode mode;
    fcp_channel *ch;
    unsigned char *bytes;           /* kept, or to be taken; NULL: only counted */
    uint64_t room;
    uint64_t at;
    uint64_t hash;
    bool failed;                    /* too few bytes, or no memory */
    struct disk **disk;             /* those that were met so far, by number */
};

/* A value without padding: kept, taken or hashed. */
void tape_bytes(struct tape *t, void *value, uint64_t length);
/* The same, and not part of the hash: counters, and what follows from other values. */
void tape_unhashed(struct tape *t, void *value, uint64_t length);
/* 64-bit words, hashed faster than bytes. */
void tape_words(struct tape *t, uint64_t *words, uint64_t count);
/* An address of main storage: hashed by its place in the window, so that equal drivers in different storage are equal. */
void tape_address(struct tape *t, uint64_t *address);
/* A time of the channel's clock: hashed by what is left of it. */
void tape_time(struct tape *t, uint64_t *time_ns);
void tape_flag(struct tape *t, bool *flag);
uint64_t tape_mix(uint64_t hash, uint64_t value);

#define TAPE(t, value) tape_bytes((t), &(value), sizeof(value))

#endif
