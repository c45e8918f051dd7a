// SPDX-License-Identifier: GPL-2.0-only
/** Control blocks of the QDIO queues, as the s390 channel subsystem prescribes them. */
package org.zfcp4j.layout.qdio;
