"""Text: cleaning, language, sentences, words. What every later step reads; it knows nothing of news."""
