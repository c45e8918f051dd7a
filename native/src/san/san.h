// SPDX-License-Identifier: GPL-2.0-only
/* The end of the SAN behind a channel. */
#ifndef FCPMOCK_SAN_H
#define FCPMOCK_SAN_H

#include "state/state.h"

void san_free(fcp_channel *ch);

#endif
