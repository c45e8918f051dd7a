// SPDX-License-Identifier: GPL-2.0-only
/*
 * The refill path in C, to compare the Java port with. Each call does a batch of operations; several threads may be in it for
 * the same object. An operation is one status read buffer consumed and one claimed (and posted).
 */
#ifndef ZFCPREF_H
#define ZFCPREF_H

#include <stdint.h>

enum {
    ZFCPREF_CHECK_THEN_DEC = 0,
    ZFCPREF_ADD_UNLESS = 1,
    ZFCPREF_CANCEL_AT_CLOSE = 2, /* claims as add-unless does: it differs in what adapter close does */
    ZFCPREF_LOCK = 3,
    ZFCPREF_CLAIM_ALL = 4,
    ZFCPREF_POLICIES = 5
};

/* Added to the policy of a machine: its refills note what they met, which takes time. */
#define ZFCPREF_CENSUS 0x100
/* Counts of a census: refills that met 0, 1, ... missing buffers, those beyond in the last one. */
#define ZFCPREF_DEFICITS 129

#define ZFCPREF_API __attribute__((visibility("default")))

struct zfcpref_claim;
struct zfcpref_machine;

/* The counter of missing buffers alone, nothing missing. NULL without memory or for an unknown policy. */
ZFCPREF_API struct zfcpref_claim *zfcpref_claim_open(int32_t policy);

/* Counts `operations` buffers as missing, one at a time, each time claiming all there are. Returns how many were claimed in
 * excess. */
ZFCPREF_API int64_t zfcpref_claim_run(struct zfcpref_claim *claim, int64_t operations);

ZFCPREF_API void zfcpref_claim_close(struct zfcpref_claim *claim);

/* An adapter with open queues and `srbs` buffers at the channel, 1 to 128. */
ZFCPREF_API struct zfcpref_machine *zfcpref_machine_open(int32_t policy, int32_t srbs);

/*
 * Lets the channel consume `operations` buffers, up to `burst` before each refill. Returns how many were consumed while more
 * than agreed had been posted, which is how many were posted in excess.
 */
ZFCPREF_API int64_t zfcpref_post_run(struct zfcpref_machine *machine, int64_t operations, int32_t burst);

/*
 * The whole loop: the channel consumes `operations` buffers, up to `burst` before it raises an interrupt; the driver takes them
 * from its response queue and queues stat_work, which posts.
 */
ZFCPREF_API void zfcpref_loop_run(struct zfcpref_machine *machine, int64_t operations, int32_t burst);

/* Looks after which a side returns although there was nothing to do, so that its caller can end. */
#define ZFCPREF_LOOKS 64

/* The channel's side of the loop, for a thread that does nothing else: returns how many buffers it has consumed. */
ZFCPREF_API int32_t zfcpref_channel_run(struct zfcpref_machine *machine, int32_t operations, int32_t burst);

/* The driver's side, likewise: takes interrupts, and does what has become due. */
ZFCPREF_API void zfcpref_driver_run(struct zfcpref_machine *machine);

/* Takes the counts since the last call: how many refills of a machine with a census met how many missing buffers. */
ZFCPREF_API void zfcpref_census_take(struct zfcpref_machine *machine, int64_t *deficits);

ZFCPREF_API void zfcpref_machine_close(struct zfcpref_machine *machine);

#endif
