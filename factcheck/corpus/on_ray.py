"""The same stages on a Ray cluster: Ray Data hands the parts to actors that hold the models, and starts lost ones again.

All nodes must see the folder of the run under the same path (a shared file system).
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.corpus.engines import Setup, Stage
from factcheck.corpus.folder import CorpusError, Folder

_PATIENCE = 10.0  # seconds for a cluster to answer

GPU_SHARE = 0.25  # of a GPU for each actor: parser, sentence model and reader together take less than 2 GB


class OnRay:
    """Actors of a Ray cluster, each with models of its own."""

    def __init__(self, setup: Setup, workers: int, address: str | None = None):
        """With so many actors, on the cluster at `address`, or on one that is started here and ends with this process."""
        try:
            import ray
        except ImportError as error:
            raise CorpusError('--engine ray: Ray is not installed; run: pip install "factcheck-compare[cluster]"') from error
        _answers(address)
        ray.init(address=address, ignore_reinit_error=True, log_to_driver=False, logging_level=logging.ERROR)
        self._setup = setup
        self._workers = workers
        self._gpus = ray.cluster_resources().get("GPU", 0)  # type: ignore[no-untyped-call]

    def run(self, stage: Stage, folder: Folder, parts: Sequence[int]) -> Iterator[int]:
        """Run the stage, and tell each part that is done; what a lost actor had under way is done again by another one."""
        import ray.data

        if not parts:
            return
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        ray.data.DataContext.get_current().enable_progress_bars = False
        # Without an own block for each part Ray would hand a single actor many parts at once.
        work = ray.data.from_items([{"part": part} for part in parts], override_num_blocks=len(parts))
        done = work.map_batches(
            Actor,
            fn_constructor_args=(self._setup, stage, folder),
            compute=ray.data.ActorPoolStrategy(size=min(self._workers, len(parts))),
            batch_size=1,
            num_cpus=1,
            num_gpus=GPU_SHARE if self._gpus and self._setup.device != "cpu" else None,
        )
        for row in done.iter_rows():
            yield int(row["part"])


def _answers(address: str | None) -> None:
    """CorpusError where nobody listens at an address; Ray itself would wait for minutes."""
    host, colon, port = (address or "").removeprefix("ray://").rpartition(":")
    if not colon:
        return  # none given, or "auto"
    try:
        with socket.create_connection((host, int(port)), timeout=_PATIENCE):
            return
    except (OSError, ValueError) as error:
        raise CorpusError(f"--address {address}: no Ray cluster answers there ({error})") from error


class Actor:
    """Holds the models on a worker and runs a stage over the parts that it is given."""

    def __init__(self, setup: Setup, stage: Stage, folder: Folder):
        """Make the models; they are loaded with the first part."""
        self._models = setup.models()
        self._stage = stage
        self._folder = folder

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """Run the stage over a batch of parts, and hand their numbers on."""
        for part in batch["part"]:
            self._stage(self._folder, int(part), self._models)
        return {"part": batch["part"]}
