"""Rule packs: directories of facts and words, each with a manifest, in every version kept."""
