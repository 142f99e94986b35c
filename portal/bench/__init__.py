"""What the portal's pages cost, measured on servers of their own."""
