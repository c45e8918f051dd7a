// SPDX-License-Identifier: GPL-2.0-only
/* Main storage that the channel may address. */
#ifndef FCPMOCK_STORAGE_H
#define FCPMOCK_STORAGE_H

#include "state/state.h"

/* storage.c */
bool storage_has(fcp_channel *ch, uint64_t address, uint64_t length);

#endif
