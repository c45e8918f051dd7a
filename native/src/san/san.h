// SPDX-License-Identifier: GPL-2.0-only
/* The SAN behind a channel: its beginning and its end. */
#ifndef FCPMOCK_SAN_H
#define FCPMOCK_SAN_H

#include "san/port.h"

/* A port that nothing is known of yet; NULL if there are too many, or no memory. */
struct remote_port *port_new(struct san *san);
void san_free(fcp_channel *ch);

#endif
