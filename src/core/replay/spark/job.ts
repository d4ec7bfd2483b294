/** The PySpark job of a replay: it brings each shard's lines together, in order, and pipes them through the shard's program. */

/** Python; what differs from job to job stands in the files beside it. */
export const sparkJob = `"""Replays CloudFront logs through a design on Spark (docs/spark.md).

spark-submit --files shard.mjs,job.json job.py LOGS REPORT [NODE]

LOGS: files or folders that Spark reads, as s3://bucket/prefix/ or file:///logs/.
REPORT: where the report goes, on the driver's disk.
NODE: the program of Node.js 20 or newer on driver and workers; "node" unless said.
"""
import json
import os
import subprocess
import sys
import tempfile
from threading import Thread

from pyspark import SparkFiles
from pyspark.sql import SparkSession


def place(name):
    """Of a file that was sent along; beside the job where there is one machine."""
    shipped = SparkFiles.get(name)
    return shipped if os.path.exists(shipped) else os.path.join(os.getcwd(), name)


def node(program, verb, arguments, lines=None):
    """Runs the shard's program on lines, and gives the lines that it writes."""
    call = [program, "--max-old-space-size=3072", place("shard.mjs"), verb, "--job", place("job.json"), *arguments]
    child = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    said = []

    def feed():
        try:
            for line in lines or ():
                child.stdin.write(line.encode("utf-8", "surrogateescape") + b"\\n")
            child.stdin.close()
        except BrokenPipeError:
            pass

    feeder = Thread(target=feed, daemon=True)
    listener = Thread(target=lambda: said.append(child.stderr.read()), daemon=True)
    feeder.start()
    listener.start()
    for line in child.stdout:
        yield line.decode("utf-8", "surrogateescape").rstrip("\\n")
    feeder.join()
    listener.join()
    if child.wait() != 0:
        raise RuntimeError(b"".join(said).decode("utf-8", "replace").strip() or f"{verb} ended early")


def written(texts):
    """A file of lines on the driver."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as file:
        file.write("\\n".join(texts) + "\\n")
        return file.name


def main(logs, report, program="node"):
    spark = SparkSession.builder.appName("frontage replay").getOrCreate()
    context = spark.sparkContext
    with open(place("job.json"), encoding="utf-8") as file:
        shards = json.load(file)["shards"]
    text = context.textFile(logs)
    headers = text.filter(lambda line: line.startswith("#Fields:")).distinct().take(2)
    if len(headers) > 1:
        sys.exit("The files have different fields; replay those of each kind by themselves.")
    fields = ["--header", headers[0]] if headers else []
    counted = context.accumulator(0)
    unreadable = context.accumulator(0)

    def route(part, lines):
        # Spark numbers the parts in the order of the files, so that lines of one time keep theirs.
        for number, line in enumerate(node(program, "route", fields, lines)):
            shard, time, rest = line.split("\\t", 2)
            if shard == "#":
                counted.add(int(time))
                unreadable.add(int(rest))
            else:
                yield (int(shard), int(time), part, number), rest

    own = (
        text.mapPartitionsWithIndex(route)
        .repartitionAndSortWithinPartitions(shards, lambda key: key[0])
        .persist()
    )

    def through(verb, more):
        def pipe(shard, pairs):
            arguments = [*fields, *more, "--shard", str(shard)]
            return node(program, verb, arguments, (line for _, line in pairs))

        return own.mapPartitionsWithIndex(pipe).collect()

    evidence = written(through("survey", []))
    learned = written(node(program, "conclude", ["--parts", evidence]))
    context.addFile(learned)
    name = os.path.basename(learned)

    def serve(shard, pairs):
        arguments = [*fields, "--learned", place(name), "--shard", str(shard)]
        return node(program, "serve", arguments, (line for _, line in pairs))

    results = written(own.mapPartitionsWithIndex(serve).collect())
    # Read once: the second pass reads what the first has kept, unless Spark had to make some of it again.
    totals = ["--lines", str(counted.value), "--unreadable", str(unreadable.value), "--name", logs]
    lines = node(program, "report", ["--parts", results, "--learned", learned, *totals])
    with open(report, "w", encoding="utf-8") as file:
        for line in lines:
            file.write(line + "\\n")
    spark.stop()


if __name__ == "__main__":
    if not 3 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
`
