// SPDX-License-Identifier: GPL-2.0-only
/** The command {@code bench}: runs a chosen set of benchmarks with JMH, and writes its results and a report. */
package org.zfcp4j.benchmarks.command;
