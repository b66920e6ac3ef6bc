"""Train the reader of claim pairs: `python -m training.train --data TRAIN.jsonl.gz --run FOLDER (--minutes M | --epochs E)`.

Starts from the packaged all-MiniLM-L6-v2 or, with --start, from a file that `training.pack` wrote; goes on from FOLDER/last.pt
where there is one. On a processor give --workers the number of cores: each process trains alone on one thread, and their weights
are averaged every --meet seconds (local SGD), which loses nothing when other programs take a core for a while.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from factcheck.encoder import packaged_model
from factcheck.judging.network import Head
from training.pairs import Tokens, batches, epoch, read_pairs, tokens_of

LONGEST = 72  # tokens of a pair; longer ones (a tenth, mostly FEVER evidence) cost more than they teach
PEAK = 1.5e-4  # learning rate of the body; the new head learns faster
HEAD = 6.0
WARM = 0.04  # share of the run in which the rate rises
SAVE_EVERY = 180.0  # seconds
SHOW_EVERY = 50  # steps


def main() -> None:
    """Read the options and start one process a worker."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder of checkpoints and the log")
    parser.add_argument("--start", type=Path, help="a packed reader to go on from, in place of the packaged encoder")
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--minutes", type=float)
    length.add_argument("--epochs", type=float)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--frozen", type=int, default=1, help="lowest layers left as they are, besides the word vectors")
    parser.add_argument("--peak", type=float, default=PEAK)
    parser.add_argument("--dropout", type=float, default=0.0, help="a run of one or two passes needs none")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--meet", type=float, default=20.0)
    options = parser.parse_args()
    options.run.mkdir(parents=True, exist_ok=True)
    if options.workers == 1:
        worker(0, options)
        return
    (options.run / "meeting").unlink(missing_ok=True)
    torch.multiprocessing.spawn(worker, args=(options,), nprocs=options.workers)


def worker(rank: int, options: argparse.Namespace) -> None:
    """Train as process `rank` of options.workers."""
    gpu = torch.cuda.is_available()
    device = torch.device("cuda" if gpu else "cpu")
    halves = gpu or torch.ops.mkldnn._is_mkldnn_bf16_supported()  # twice as fast on processors that have it
    if options.workers > 1:
        torch.set_num_threads(1)
        meeting = f"file://{(options.run / 'meeting').resolve()}"
        torch.distributed.init_process_group("gloo", init_method=meeting, rank=rank, world_size=options.workers)
    torch.manual_seed(options.seed)
    model = new_reader(options.dropout).to(device)
    if options.start:
        model.load_state_dict({**model.state_dict(), **packed(options.start)})
    trained = thaw(model, options.frozen)
    head = list(model.head.parameters())
    body = [weight for weight in model.body.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW([{"params": body, "rate": 1.0}, {"params": head, "rate": HEAD}], weight_decay=0.01, fused=True)
    last = options.run / "last.pt"
    step, seen, spent = 0, 0, 0.0
    if last.exists():
        state = torch.load(last, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        step, seen, spent = state["step"], state["seen"], state["spent"]
    rows = read_pairs(options.data)
    stream = forever(rows, options, rank, step)
    batch = next(stream)  # cutting into tokens takes a minute that is none of the run's
    total = options.epochs and options.epochs * len(rows)
    began, saved, met, right, loss_sum, shown = time.monotonic() - spent, time.monotonic(), 0, 0, 0.0, 0
    model.train()
    while True:
        now = time.monotonic() - began
        done = seen * options.workers / total if total else now / (options.minutes * 60)
        if options.workers > 1 and now // options.meet > met:
            met = now // options.meet
            done = average(trained, done)
        if done >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = group["rate"] * options.peak * min(done / WARM, 1.0, (1 - done) / (1 - WARM))
        ids, mask, types, labels = (part.to(device) for part in tensors(batch))
        with torch.autocast(device.type, torch.bfloat16, enabled=halves):
            logits = model(ids, mask, types).float()
            loss = nn.functional.cross_entropy(logits, labels)
        loss.backward()
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        step, seen = step + 1, seen + len(batch)
        right, loss_sum, shown = right + int((logits.argmax(1) == labels).sum()), loss_sum + loss.item(), shown + len(batch)
        batch = next(stream)
        if step % SHOW_EVERY == 0:
            line = {"rank": rank, "step": step, "seen": seen, "minutes": round(now / 60, 2), "done": round(done, 4)}
            line |= {"loss": round(loss_sum / SHOW_EVERY, 4), "accuracy": round(right / shown, 4)}
            with (options.run / f"log{rank}.jsonl").open("a") as log:
                log.write(json.dumps(line) + "\n")
            right, loss_sum, shown = 0, 0.0, 0
        if rank == 0 and time.monotonic() - saved > SAVE_EVERY:
            save(last, model, optimiser, step, seen, time.monotonic() - began)
            saved = time.monotonic()
    if rank == 0:
        save(last, model, optimiser, step, seen, time.monotonic() - began)


class PairReader(nn.Module):
    """The body and the head of the packaged reader, as one module."""

    def __init__(self, body: Any):
        """Put a new head on `body`, a transformers BertModel."""
        super().__init__()
        self.body = body
        self.head = Head(body.config.hidden_size)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> Tensor:
        """Logits, (n, 3)."""
        read = self.body(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        return self.head.of(read, mask, types)


def packed(path: Path) -> dict[str, Tensor]:
    """The weights in a file that `training.pack` wrote, in full precision."""
    return {name: tensor.float() for name, tensor in load_file(path).items()}


def new_reader(dropout: float = 0.0) -> PairReader:
    """The packaged encoder under a new head; `dropout` is the share of values left out in training."""
    from transformers import AutoModel

    return PairReader(
        AutoModel.from_pretrained(
            packaged_model(),
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=dropout,
            add_pooling_layer=False,
            # On a processor the backward pass of the fused kernel takes a third of a step.
            attn_implementation="sdpa" if torch.cuda.is_available() else "eager",
        )
    )


def thaw(model: PairReader, frozen: int) -> list[nn.Parameter]:
    """Freeze the word vectors and the lowest layers; return what is trained."""
    model.body.embeddings.requires_grad_(False)
    for layer in model.body.encoder.layer[:frozen]:
        layer.requires_grad_(False)
    return [weight for weight in model.parameters() if weight.requires_grad]


def average(weights: Sequence[nn.Parameter], done: float) -> float:
    """Set the weights to their mean over all processes; return how far the furthest process is."""
    with torch.no_grad():
        flat = torch.cat([weight.flatten() for weight in weights])
        torch.distributed.all_reduce(flat)
        flat /= torch.distributed.get_world_size()
        at = 0
        for weight in weights:
            weight.copy_(flat[at : at + weight.numel()].view_as(weight))
            at += weight.numel()
    furthest = torch.tensor(done)
    torch.distributed.all_reduce(furthest, torch.distributed.ReduceOp.MAX)
    return float(furthest)


def forever(rows: Sequence[dict[str, str]], options: argparse.Namespace, rank: int, step: int) -> Iterator[list[Tokens]]:
    """This process's batches, pass after pass, from its step `step` on; every pass has its own order and generated pairs."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(packaged_model() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    number = 0
    while True:
        pairs = epoch(rows, options.seed + number)
        items = tokens_of(pairs[rank :: options.workers], tokenizer, LONGEST)
        for batch in batches(items, options.batch):
            if step <= 0:
                yield batch
            step -= 1
        number += 1


def tensors(batch: Sequence[Tokens]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids, mask, types (each n x longest) and labels of a batch."""
    width = max(len(item.ids) for item in batch)
    ids = torch.zeros(len(batch), width, dtype=torch.long)
    mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, item in enumerate(batch):
        ids[row, : len(item.ids)] = torch.tensor(item.ids)
        mask[row, : len(item.ids)] = 1
        types[row, item.second : len(item.ids)] = 1
    return ids, mask, types, torch.tensor([item.label for item in batch])


def save(path: Path, model: nn.Module, optimiser: Any, step: int, seen: int, spent: float) -> None:
    """Write a checkpoint whole or not at all."""
    state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "seen": seen, "spent": spent}
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


if __name__ == "__main__":
    random.seed(0)
    main()
