"""A real llama.cpp server on a tiny model of random weights.

In: the folder for the model file, the size of the context and a port. Out: the address on standard
output, once it answers. The server runs until standard input is closed, so that it never outlives
its test. The model answers garbage: what is tested with it is the protocol.
"""

import sys
from pathlib import Path

import gguf
import numpy
import xllamacpp

EMBEDDING, HEADS, FEED_FORWARD, BLOCKS, TRAINED_CONTEXT = 64, 4, 128, 1, 32768
# Each byte of UTF-8 is a token; what is printable stands for itself, the rest for a letter further on.
PRINTABLE = [*range(33, 127), *range(161, 173), *range(174, 256)]
CHAT = (
    "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}"
    "{% if add_generation_prompt %}assistant:{% endif %}"
)


def vocabulary() -> list[str]:
    """The 256 bytes as the byte-level tokenizer writes them, then begin and end."""
    others = iter(range(256, 512))
    tokens = [chr(byte) if byte in PRINTABLE else chr(next(others)) for byte in range(256)]
    return [*tokens, "<s>", "</s>"]


def write_model(path: Path) -> None:
    """Writes a model of one block whose weights are random, the same ones each time."""
    tokens = vocabulary()
    control, normal = gguf.TokenType.CONTROL, gguf.TokenType.NORMAL
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("random")
    writer.add_context_length(TRAINED_CONTEXT)
    writer.add_embedding_length(EMBEDDING)
    writer.add_block_count(BLOCKS)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(EMBEDDING // HEADS)
    writer.add_vocab_size(len(tokens))
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types([normal] * 256 + [control] * 2)
    # A byte-level tokenizer must have merges; this one joins what never stands in a resume.
    writer.add_token_merges(["\u0100 \u0101"])
    writer.add_bos_token_id(256)
    writer.add_eos_token_id(257)
    writer.add_chat_template(CHAT)
    random = numpy.random.default_rng(7)

    def tensor(name: str, *shape: int) -> None:
        writer.add_tensor(name, random.normal(0, 0.1, shape).astype(numpy.float32))

    def norm(name: str) -> None:
        writer.add_tensor(name, numpy.ones(EMBEDDING, dtype=numpy.float32))

    tensor("token_embd.weight", len(tokens), EMBEDDING)
    for block in range(BLOCKS):
        start = f"blk.{block}."
        norm(f"{start}attn_norm.weight")
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            tensor(f"{start}{name}.weight", EMBEDDING, EMBEDDING)
        norm(f"{start}ffn_norm.weight")
        tensor(f"{start}ffn_gate.weight", FEED_FORWARD, EMBEDDING)
        tensor(f"{start}ffn_up.weight", FEED_FORWARD, EMBEDDING)
        tensor(f"{start}ffn_down.weight", EMBEDDING, FEED_FORWARD)
    norm("output_norm.weight")
    tensor("output.weight", len(tokens), EMBEDDING)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main() -> None:
    folder, context, port = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    path = folder / "random.gguf"
    write_model(path)
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_ctx = context
    params.n_parallel = 1
    params.cpuparams.n_threads = 2
    params.warmup = False
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
