// SPDX-License-Identifier: GPL-2.0-only
/**
 * A model of the private caches of up to 128 processors: MESI states of lines, and what an access costs in transfers. It knows addresses and
 * processors only.
 */
package org.zfcp4j.coherence;
