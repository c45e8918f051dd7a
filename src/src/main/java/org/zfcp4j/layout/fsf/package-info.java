// SPDX-License-Identifier: GPL-2.0-only
/** Requests to the FCP channel, its answers and its unsolicited status. */
package org.zfcp4j.layout.fsf;
