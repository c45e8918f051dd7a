// SPDX-License-Identifier: GPL-2.0-only
/** The refill path in C ({@code native/reference}), called through the Foreign Function and Memory API. */
package org.zfcp4j.benchmarks.reference;
