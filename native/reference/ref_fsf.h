// SPDX-License-Identifier: GPL-2.0-only
/* Posting a status read buffer: what zfcp_fsf.c, zfcp_qdio.c and zfcp_reqlist.h do for it. */
#ifndef REF_FSF_H
#define REF_FSF_H

#include "base/mem.h"
#include "ref_qdio.h"

static inline uint8_t *sbale_at(struct zfcp_qdio *qdio, unsigned sbal, unsigned sbale)
{
    return qdio->req_q[sbal] + 16 * sbale;
}

/* Gives the channel one status read buffer: 0 or a negative errno. */
int fsf_status_read(struct zfcp_qdio *qdio);

/* Gives the channel up to `count` of them in one run; returns how many it got. */
int fsf_status_reads(struct zfcp_qdio *qdio, int count);

/* The handler of the output queue. */
void qdio_int_req(struct zfcp_qdio *qdio, int qdio_err, int idx, int count);

/* The handler of the input queue: completes the status reads that the channel answered. */
void qdio_int_resp(struct zfcp_qdio *qdio, int qdio_err, int idx, int count);

/* Takes the request with this id off the list; NULL if there is none. */
struct zfcp_fsf_req *reqlist_find_rm(struct zfcp_reqlist *rl, uint64_t req_id);

#endif
