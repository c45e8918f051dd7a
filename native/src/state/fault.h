// SPDX-License-Identifier: GPL-2.0-only
/* Fault rules. */
#ifndef FCPMOCK_FAULT_H
#define FCPMOCK_FAULT_H

#include "state/state.h"

/* fault.c */
struct fault_key {
    uint32_t action_first, action_last;     /* which actions are asked for */
    uint32_t command, opcode;
    uint64_t wwpn, fcp_lun;
};

bool fault_match(struct subchannel *sub, const struct fault_key *key, struct fcp_fault *found, uint64_t *delay_ns);
bool fault_exists(const struct subchannel *sub, uint32_t action);
void faults_free(fcp_channel *ch);

#endif
