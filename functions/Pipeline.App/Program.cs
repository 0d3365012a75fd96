Console.Out.WriteLine("Pipeline: figures, scores and briefings on the supply of critical minerals.");
return 0;
