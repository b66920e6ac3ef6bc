"""The network of the packaged reader: MiniLM over "[CLS] left [SEP] right [SEP]" and a head on the means of both texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn


class Head(nn.Module):
    """Three logits from both texts' mean vectors, their distance and product: what the sentence model knows is used."""

    def __init__(self, width: int):
        """A head on vectors of `width` numbers."""
        super().__init__()
        self.hidden = nn.Linear(4 * width, width)
        self.logits = nn.Linear(width, 3)

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add "scores", (n, 3), as a CrossEncoder's last module does."""
        features["scores"] = self.of(features["token_embeddings"], features["attention_mask"], features["token_type_ids"])
        return features

    def of(self, read: Tensor, mask: Tensor, types: Tensor) -> Tensor:
        """Logits, (n, 3), of token vectors (n, tokens, width), with the mask of tokens and the text that each belongs to."""
        right = types * mask
        one, two = _mean(read, mask - right), _mean(read, right)
        seen = torch.cat((one, two, (one - two).abs(), one * two), dim=1)
        logits: Tensor = self.logits(nn.functional.gelu(self.hidden(seen)))
        return logits


def _mean(read: Tensor, mask: Tensor) -> Tensor:
    """The mean vector of the marked tokens, at length sqrt(width) so that every part of the head's input is of size 1."""
    total = (read * mask.unsqueeze(-1)).sum(1)
    length: float = total.shape[1] ** 0.5
    return nn.functional.normalize(total, dim=1) * length


def cross_encoder(base: Path, tensors: Mapping[str, Tensor], longest: int, device: str = "cpu") -> Any:
    """A CrossEncoder of the sentence model in `base`, with these tensors ("body..." and "head...") in place of its own."""
    from sentence_transformers import CrossEncoder
    from sentence_transformers.base.modules import Transformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    body = Transformer(str(base), max_seq_length=longest)
    body.model.config.num_labels = 3  # what CrossEncoder takes for the width of "scores"
    head = Head(body.model.config.hidden_size)
    body.model.load_state_dict({**body.model.state_dict(), **_under("body.", tensors)})
    head.load_state_dict(_under("head.", tensors))
    return CrossEncoder(modules=[body, head], device=device)


def _under(prefix: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}
