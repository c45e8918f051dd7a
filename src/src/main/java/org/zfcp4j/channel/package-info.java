// SPDX-License-Identifier: GPL-2.0-only
/**
 * The mock FCP channel, which is native code, as hardware for {@link org.zfcp4j.qdio}: a channel with its subchannels, its
 * settings, faults and events, and two ways to let it work, step by step or in a thread of its own.
 */
package org.zfcp4j.channel;
