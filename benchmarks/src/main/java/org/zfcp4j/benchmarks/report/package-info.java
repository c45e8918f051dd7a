// SPDX-License-Identifier: GPL-2.0-only
/** Results of JMH made readable: a report of one file, and the comparison of two runs. */
package org.zfcp4j.benchmarks.report;
