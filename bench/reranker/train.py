"""Fits the reranker: which sentence of a rule answers a question, and whether any does.

A cross-encoder (Nogueira and Cho, Passage Re-ranking with BERT, 2019) that begins with the weights of bge-small-zh-v1.5, as they are in
the encoder's jar. Of each question the right sentences compete with wrong ones that the ranking puts first (softmax over the list), and
both are held against one bar, above which a sentence answers (logistic loss), so that the score is the logarithm of odds.

    python train.py train  --base bge-small-zh-v1.5-q.onnx --tokenizer bge-small-zh-v1.5-q-tokenizer.json \\
        --signals a.jsonl,b.jsonl --held-out c.jsonl --epochs 3 --out reranker.pt
    python train.py export --base … --tokenizer … --weights reranker.pt --out bangban-reranker.onnx

The signals are what `bangban bench answers-signals` writes. Needs torch, transformers, tokenizers, onnx and onnxruntime; nothing that is
built or run needs this script. On two cores with AMX an epoch of 5,400 questions takes about a quarter of an hour.
"""

import argparse
import json
import random
import tempfile
import time

import numpy
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

QUESTION_TOKENS = 64  # as in OnnxReranker
TEXT_TOKENS = 150
QUESTIONS_A_STEP = 8
RIGHT_A_QUESTION = 2
NEAR_A_QUESTION = 4
FAR_A_QUESTION = 2
SEPARATOR = 102
# in the order of the products in the graph
PARTS = (
    "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense", "intermediate.dense", "output.dense")


def base(path):
    """The encoder's weights, its int8 matrices as floats again."""
    initial = {each.name: numpy_helper.to_array(each) for each in onnx.load(path).graph.initializer}

    def float_of(name):
        whole = initial[name + "_quantized"].astype(numpy.float32) - initial[name + "_zero_point"].astype(numpy.float32)
        return whole * initial[name + "_scale"]

    config = BertConfig(
        vocab_size=21128, hidden_size=512, num_hidden_layers=4, num_attention_heads=8, intermediate_size=2048,
        max_position_embeddings=512)
    model = BertModel(config, add_pooling_layer=False)
    state = model.state_dict()
    loaded = {}
    for name in state:
        if name in initial:
            loaded[name] = torch.tensor(initial[name])
        elif name + "_quantized" in initial:
            loaded[name] = torch.tensor(float_of(name))
    products = sorted(
        (name[: -len("_quantized")] for name in initial if name.startswith("onnx::MatMul") and name.endswith("_quantized")),
        key=lambda name: int(name.split("_")[1]))
    in_order = iter(products)
    for layer in range(4):
        for part in PARTS:
            loaded[f"encoder.layer.{layer}.{part}.weight"] = torch.tensor(float_of(next(in_order)).T.copy())
    missing = [name for name in state if name not in loaded]
    if missing:
        raise SystemExit(f"{path} lacks {missing}")
    model.load_state_dict(loaded)
    return model


class Reranker(torch.nn.Module):
    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        self.head = torch.nn.Linear(512, 1)
        torch.nn.init.normal_(self.head.weight, std=0.02)
        torch.nn.init.zeros_(self.head.bias)

    def forward(self, input_ids, attention_mask, token_type_ids):
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)
        with torch.autocast("cpu", enabled=False):
            return self.head(states.last_hidden_state[:, 0].float())[:, 0]


class Pairs:
    """Questions and texts to rows of tokens, as OnnxReranker makes them."""

    def __init__(self, path):
        self.tokenizer = Tokenizer.from_file(path)
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known = {}

    def ids(self, text, most):
        if (text, most) not in self.known:
            ids = self.tokenizer.encode(text[: most * 8]).ids
            self.known[text, most] = ids if len(ids) <= most else ids[: most - 1] + [SEPARATOR]
        return self.known[text, most]

    def batch(self, pairs):
        rows = [(self.ids(q, QUESTION_TOKENS), self.ids(t, TEXT_TOKENS)[1:]) for q, t in pairs]
        length = max(len(q) + len(t) for q, t in rows)
        ids = torch.zeros(len(rows), length, dtype=torch.long)
        mask = torch.zeros_like(ids)
        types = torch.zeros_like(ids)
        for i, (question, text) in enumerate(rows):
            ids[i, : len(question) + len(text)] = torch.tensor(question + text)
            mask[i, : len(question) + len(text)] = 1
            types[i, len(question) : len(question) + len(text)] = 1
        return ids, mask, types


def questions(paths):
    """What was found for each question, in the ranking's order; answerable ones of which nothing right was found teach nothing."""
    found = []
    for path in paths.split(","):
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            right = numpy.array([each["right"] for each in row["candidates"]], bool)
            if len(right) and (right.any() or not row["answerable"]):
                texts = [each["read"] for each in row["candidates"]]
                found.append({"case": row["case"], "question": row["question"], "answerable": row["answerable"], "texts": texts, "right": right})
    return found


def scored(model, pairs, rows, size):
    """Texts of about one length together, so that little is padded; in the order given."""
    order = numpy.argsort([len(text) for _, text in rows], kind="stable")
    scores = []
    for start in range(0, len(order), size):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores.append(model(*pairs.batch([rows[i] for i in order[start : start + size]])))
    return torch.cat(scores)[torch.tensor(numpy.argsort(order))]


def loss_of(question, scores, chosen):
    right = torch.logsumexp(scores[chosen], 0) if chosen.any() else None
    wrong = torch.nn.functional.softplus(torch.logsumexp(scores[~chosen], 0)) / 2
    if right is None:
        return wrong
    return torch.logsumexp(scores, 0) - right + torch.nn.functional.softplus(-right) / 2 + wrong


def train(options):
    torch.manual_seed(0)
    random.seed(0)
    pairs = Pairs(options.tokenizer)
    model = Reranker(base(options.base))
    if options.weights:
        model.load_state_dict(torch.load(options.weights))
    taught = questions(options.signals)
    held_out = questions(options.held_out) if options.held_out else []
    model.encoder.embeddings.requires_grad_(False)  # rare words would forget what they mean
    optimizer = torch.optim.AdamW(
        [{"params": model.encoder.encoder.parameters(), "most": options.rate}, {"params": model.head.parameters(), "most": 1e-3}],
        weight_decay=0.01, fused=True)
    steps = int(options.epochs * len(taught) / QUESTIONS_A_STEP)
    print(f"{len(taught)} questions, {steps} steps", flush=True)
    pool, losses, begun = [], [], time.time()
    model.train()
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = group["most"] * min(1, (step + 1) / 50) * (1 - step / steps)
        if len(pool) < QUESTIONS_A_STEP:
            pool = random.sample(taught, len(taught))
        rows, spans = [], []
        for question in (pool.pop() for _ in range(QUESTIONS_A_STEP)):
            right = list(numpy.flatnonzero(question["right"]))
            wrong = list(numpy.flatnonzero(~question["right"]))
            chosen = random.sample(right, min(RIGHT_A_QUESTION, len(right)))
            others = wrong[:NEAR_A_QUESTION]
            others += random.sample(wrong[NEAR_A_QUESTION:], min(FAR_A_QUESTION, len(wrong[NEAR_A_QUESTION:])))
            if not others:
                continue
            spans.append((question, len(rows), [i in chosen for i in chosen + others]))
            rows += [(question["question"], question["texts"][i]) for i in chosen + others]
        scores = scored(model, pairs, rows, 20)
        loss = sum(
            loss_of(question, scores[start : start + len(marks)], torch.tensor(marks)) for question, start, marks in spans)
        loss = loss / len(spans)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        losses.append(loss.item())
        if (step + 1) % 50 == 0:
            print(f"{step + 1}/{steps} {time.time() - begun:.0f} s, loss {numpy.mean(losses[-100:]):.3f}", flush=True)
            torch.save(model.state_dict(), options.out)
    torch.save(model.state_dict(), options.out)
    report(model, pairs, held_out)


def report(model, pairs, held_out):
    model.eval()
    first, best = [], []
    with torch.no_grad():
        for question in held_out:
            scores = scored(model, pairs, [(question["question"], text) for text in question["texts"]], 32).numpy()
            best.append((scores.max(), question["answerable"]))
            if question["answerable"]:
                first.append(bool(question["right"][scores.argmax()]))
    if first:
        order = sorted(best)
        ranks = [i + 1 for i, (_, answerable) in enumerate(order) if answerable]
        wrong = len(order) - len(ranks)
        area = (sum(ranks) - len(ranks) * (len(ranks) + 1) / 2) / max(1, len(ranks) * wrong)
        print(json.dumps({"right_first": round(float(numpy.mean(first)), 4), "answerable_auc": round(area, 4)}))


def export(options):
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = Reranker(base(options.base))
    model.load_state_dict(torch.load(options.weights))
    model.eval()
    names = ["input_ids", "attention_mask", "token_type_ids"]
    example = Pairs(options.tokenizer).batch([("病假几天", "第十条 病假不超过12日"), ("住店", "住宿费")])
    with tempfile.TemporaryDirectory() as folder:
        whole = folder + "/whole.onnx"
        torch.onnx.export(
            model, example, whole, input_names=names, output_names=["score"], opset_version=17, dynamo=False,
            dynamic_axes={name: {0: "rows", 1: "tokens"} for name in names} | {"score": {0: "rows"}})
        quantize_dynamic(whole, options.out, weight_type=QuantType.QInt8, per_channel=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("command", choices=["train", "export"])
    arguments.add_argument("--base", required=True)
    arguments.add_argument("--tokenizer", required=True)
    arguments.add_argument("--signals")
    arguments.add_argument("--held-out")
    arguments.add_argument("--epochs", type=float, default=2)
    arguments.add_argument("--rate", type=float, default=1e-4)
    arguments.add_argument("--weights", help="to export, or to go on from")
    arguments.add_argument("--out", required=True)
    options = arguments.parse_args()
    torch.set_num_threads(2)
    train(options) if options.command == "train" else export(options)


if __name__ == "__main__":
    main()
