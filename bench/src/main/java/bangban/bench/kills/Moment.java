package bangban.bench.kills;

import java.io.IOException;
import java.util.Random;
import java.util.function.IntSupplier;
import tools.jackson.databind.JsonNode;

/** When a server is killed: seen from outside, with a little chance. */
enum Moment {
    /** While files are being accepted. */
    ACCEPTANCE,
    PARSING,
    ENCODING,
    /** While index and catalogue are being written. */
    WRITING,
    /** Right after a file has ended. */
    END,
    /** Whenever. */
    ANY;

    private static final long AT_LAST_NANOS = 4_000_000_000L;
    private static final int LONGEST_DELAY_MICROS = 12_000;
    private static final int ANY_WITHIN_MICROS = 1_500_000;

    /**
     * Returns when it has come, or some seconds have gone by.
     *
     * @param accepted how many uploads this server has accepted
     * @return whether it came
     */
    boolean await(KnowledgeClient client, IntSupplier accepted, Random random)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + AT_LAST_NANOS;
        int before = ended(client);
        boolean seen = false;
        while (!seen && System.nanoTime() < until) {
            seen = switch (this) {
                case ACCEPTANCE -> accepted.getAsInt() >= 0;
                case ANY -> accepted.getAsInt() > 0;
                case PARSING -> at(client, "parsing");
                case ENCODING -> at(client, "encoding");
                case WRITING -> at(client, "indexing");
                case END -> ended(client) > before;
            };
        }
        int within =
                this == ANY ? ANY_WITHIN_MICROS : this == ACCEPTANCE ? 20 * LONGEST_DELAY_MICROS : LONGEST_DELAY_MICROS;
        int micros = random.nextInt(within);
        Thread.sleep(micros / 1_000, micros % 1_000 * 1_000);
        return seen;
    }

    private static boolean at(KnowledgeClient client, String stage) throws IOException, InterruptedException {
        for (JsonNode job : client.get("/api/knowledge/jobs?limit=20").path("items")) {
            if (job.path("status").asString().equals("running")
                    && job.path("stage").asString().equals(stage)) {
                return true;
            }
        }
        return false;
    }

    private static int ended(KnowledgeClient client) throws IOException, InterruptedException {
        int ended = 0;
        for (JsonNode job : client.get("/api/knowledge/jobs?limit=200").path("items")) {
            ended += job.path("files").path("done").asInt()
                    + job.path("files").path("failed").asInt();
        }
        return ended;
    }
}
