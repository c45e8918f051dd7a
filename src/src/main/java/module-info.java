// SPDX-License-Identifier: GPL-2.0-only

/**
 * A port of the Linux zfcp driver with the hardware and the laboratory around it. What runs the driver is exported; what
 * shows, replays and explores it is for the command line, whose commands other jars may add to.
 */
module org.zfcp4j {
    requires jopt.simple;
    requires jtreesitter;
    requires transitive minimal.json;
    requires org.objectweb.asm.commons;
    requires org.objectweb.asm.tree;

    exports org.zfcp4j.channel;
    exports org.zfcp4j.cli;
    exports org.zfcp4j.kernel;
    exports org.zfcp4j.kernel.debug;
    exports org.zfcp4j.kernel.real;
    exports org.zfcp4j.kernel.scsi;
    exports org.zfcp4j.kernel.virtual;
    exports org.zfcp4j.layout;
    exports org.zfcp4j.layout.catalog;
    exports org.zfcp4j.layout.dbf;
    exports org.zfcp4j.layout.fc;
    exports org.zfcp4j.layout.fsf;
    exports org.zfcp4j.layout.qdio;
    exports org.zfcp4j.parity.c;
    exports org.zfcp4j.parity.c.source;
    exports org.zfcp4j.parity.facts;
    exports org.zfcp4j.qdio;
    exports org.zfcp4j.trace;
    exports org.zfcp4j.zfcp.adapter;
    exports org.zfcp4j.zfcp.adapter.port;
    exports org.zfcp4j.zfcp.adapter.refill;
    exports org.zfcp4j.zfcp.ccw;
    exports org.zfcp4j.zfcp.ccw.ref;
    exports org.zfcp4j.zfcp.dbf;
    exports org.zfcp4j.zfcp.def;
    exports org.zfcp4j.zfcp.diag;
    exports org.zfcp4j.zfcp.diag.update;
    exports org.zfcp4j.zfcp.erp;
    exports org.zfcp4j.zfcp.erp.strategy;
    exports org.zfcp4j.zfcp.fc;
    exports org.zfcp4j.zfcp.fc.gs;
    exports org.zfcp4j.zfcp.fsf;
    exports org.zfcp4j.zfcp.level;
    exports org.zfcp4j.zfcp.qdio;
    exports org.zfcp4j.zfcp.reqlist;
    exports org.zfcp4j.zfcp.scsi;
    exports org.zfcp4j.zfcp.scsi.host;
    exports org.zfcp4j.zfcp.unit;

    provides io.github.treesitter.jtreesitter.NativeLibraryLookup with org.zfcp4j.parity.c.parse.NativeGrammar;

    uses org.zfcp4j.cli.Command;
}
